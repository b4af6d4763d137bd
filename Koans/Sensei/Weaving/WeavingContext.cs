using System.Reflection;
using Mono.Cecil;

namespace Sensei.Weaving;

/// <summary>What the weaving of one module's methods shares: imported probes and numbered fields.</summary>
internal sealed class WeavingContext(ModuleDefinition module, ModuleGroup group)
{
    private readonly Dictionary<string, MethodReference> _probes = [];
    private readonly Dictionary<MethodInfo, MethodReference> _imported = [];

    internal ModuleDefinition Module { get; } = module;

    internal ModuleGroup Group => group;

    /// <summary>A probe by name, for IL; a generic one for a type.</summary>
    internal MethodReference Probe(string name, TypeReference? argument = null)
    {
        if (!_probes.TryGetValue(name, out var probe))
        {
            var method = typeof(Probes).GetMethod(name) ?? typeof(WideProbes).GetMethod(name)
                ?? typeof(ThreadStatics).GetMethod(name) ?? typeof(Loans).GetMethod(name)
                ?? typeof(ArrayLoan).GetMethod(name) ?? typeof(ForeignProbes).GetMethod(name)
                ?? typeof(CollectionProbes).GetMethod(name) ?? typeof(CollectionProbes).GetMethod(name["Collection".Length..])!;
            _probes[name] = probe = Module.ImportReference(method);
        }

        if (argument is null)
        {
            return probe;
        }

        var instance = new GenericInstanceMethod(probe);
        instance.GenericArguments.Add(argument);
        return instance;
    }

    internal MethodReference Import(MethodInfo method)
    {
        if (!_imported.TryGetValue(method, out var reference))
        {
            _imported[method] = reference = Module.ImportReference(method);
        }

        return reference;
    }

    /// <summary>The number and the readable name of a field.</summary>
    internal Field FieldOf(FieldReference reference)
    {
        var type = reference.DeclaringType.GetElementType();
        var key = $"{type.FullName}::{reference.Name}";
        if (!group.Fields.TryGetValue(key, out var field))
        {
            var (name, captured) = ReadableName(reference.Name, type);
            var isStatic = Resolve(reference) is { IsStatic: true };
            group.Fields[key] = field = Field.New(name, type.Name, isStatic, captured);
        }

        return field;
    }

    /// <summary>Looks, before anything is woven, whether the type's constructors show unfinished objects.</summary>
    internal void NoteLeaks(TypeDefinition type)
    {
        if (Leaks.IsPossible(type))
        {
            group.Leaks.Add(type);
        }
    }

    /// <summary>Remembers that a static field was read-only before its initialiser became a method.</summary>
    internal void MarkReadOnly(FieldDefinition field) => group.ReadOnlyStatics.Add(field);

    /// <summary>Whether a field never changes once its object (or type) has been made.</summary>
    internal bool IsReadOnly(FieldDefinition field) =>
        group.ReadOnlyStatics.Contains(field) || (field.IsInitOnly && !group.Leaks.Contains(field.DeclaringType));

    /// <summary>The definition of a field of the modules that are woven together; null for others.</summary>
    internal FieldDefinition? Resolve(FieldReference reference) =>
        reference as FieldDefinition ?? Definition(reference.DeclaringType)?.Fields.FirstOrDefault(f => f.Name == reference.Name);

    /// <summary>The definition of a type of the modules that are woven together; null for others.</summary>
    internal TypeDefinition? Definition(TypeReference type) => group.Definition(type);

    private static (string Name, bool Captured) ReadableName(string name, TypeReference type)
    {
        var captured = type.Name.StartsWith('<');
        if (!name.StartsWith('<'))
        {
            return (name, captured);
        }

        // <Total>k__BackingField, and <plates>5__2 of an iterator or an async method
        var end = name.IndexOf('>', StringComparison.Ordinal);
        return end > 1 ? (name[1..end], captured) : (name, true);
    }
}
