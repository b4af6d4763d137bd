using Mono.Cecil;

namespace Sensei.Weaving;

/// <summary>
/// Modules that are woven together, as the koans and the stubs are when each is an assembly of its own: a field is the
/// same place in memory whichever of them uses it, and a type of one is no stranger to the others.
/// </summary>
internal sealed class ModuleGroup
{
    private readonly Dictionary<string, ModuleDefinition> _modules = [];

    /// <summary>Whether its threads wait for their turns at the beginning of statements; only an order that is run again has them settled.</summary>
    internal bool IsReplayed { get; init; }

    /// <summary>The fields by their full names.</summary>
    internal Dictionary<string, Field> Fields { get; } = [];

    /// <summary>Static fields that were read-only before their initialiser became a method.</summary>
    internal HashSet<FieldDefinition> ReadOnlyStatics { get; } = [];

    /// <summary>Types whose constructors may show unfinished objects.</summary>
    internal HashSet<TypeDefinition> Leaks { get; } = [];

    /// <summary>Takes a module in.</summary>
    internal void Add(ModuleDefinition module) => _modules[module.Assembly.Name.Name] = module;

    /// <summary>The definition of a type of one of the modules; null for others.</summary>
    internal TypeDefinition? Definition(TypeReference type)
    {
        var element = type.GetElementType();
        return element switch
        {
            TypeDefinition definition => definition,
            { Scope: AssemblyNameReference { Name: var name } } when _modules.TryGetValue(name, out var module) => module.GetType(element.FullName),
            { Scope: ModuleDefinition own } => own.GetType(element.FullName),
            _ => null,
        };
    }
}
