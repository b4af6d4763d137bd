using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace Sensei.Weaving;

/// <summary>How a parameter takes what it is given.</summary>
internal enum Passing
{
    /// <summary>As a value; or as a place that has to be that very place.</summary>
    Value,

    /// <summary>A place that is only read.</summary>
    In,

    /// <summary>A place that is only written.</summary>
    Out,

    /// <summary>A place that may be read and written.</summary>
    Ref,
}

/// <summary>Which members of .NET read or write places in memory themselves, and may be given a copy to do it in.</summary>
internal static class Places
{
    private static readonly ConcurrentDictionary<string, Passing[]> s_known = [];

    /// <summary>How the parameters of a member that is not woven take what they are given.</summary>
    internal static Passing[] Of(MethodReference call)
    {
        if (!call.HasParameters || !call.Parameters.Any(p => p.ParameterType.IsByReference))
        {
            return new Passing[call.Parameters.Count];
        }

        var signature = Signature.Of(call);
        var known = s_known.GetOrAdd(signature, _ => Ask(call, signature));
        return [.. known];
    }

    /// <summary>
    /// Whether a member has to be given the very place, for a parameter that is not <c>out</c> or for the struct it is called
    /// on: it may answer with a reference into it, or look beyond it, or it is followed and takes steps of its own there.
    /// </summary>
    internal static bool NeedsThePlace(MethodReference call)
    {
        var type = call.DeclaringType.GetElementType();
        return call.ReturnType.IsByReference || call.ReturnType.IsPointer || IsByRefLike(call.ReturnType)
            || type.FullName is "System.Runtime.InteropServices.MemoryMarshal" or "System.Collections.Immutable.ImmutableInterlocked"
            || type.Namespace == "System.Runtime.CompilerServices"
            || type.Namespace.StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal)
            || type.Namespace.StartsWith("System.Numerics", StringComparison.Ordinal)
            || (type.Namespace.StartsWith("System.Threading", StringComparison.Ordinal) && !LooksOnly(type.FullName));
    }

    /// <summary>Structs of .NET's threading that stand for something, which a copy of them stands for as well.</summary>
    private static bool LooksOnly(string type) => type is "System.Threading.CancellationToken" or "System.Threading.CancellationTokenRegistration";

    /// <summary>Whether a copy of a value of this type does as well as the value.</summary>
    internal static bool CanLend(TypeReference type, WeavingContext context)
    {
        if (type is GenericParameter parameter)
        {
            return ((int)parameter.Attributes & AllowByRefLike) == 0;
        }

        if (type.IsPointer || type.IsFunctionPointer || type.IsByReference)
        {
            return false;
        }

        if (!type.IsValueType)
        {
            return true;
        }

        return context.Definition(type) is { } own
            ? !own.CustomAttributes.Any(a => a.AttributeType.Name == nameof(IsByRefLikeAttribute))
            : !IsByRefLike(type);
    }

    /// <summary>Whether no method of a struct of .NET changes it.</summary>
    internal static bool IsReadOnly(TypeReference type) =>
        type.IsValueType && Resolve(type) is { } known && known.IsDefined(typeof(IsReadOnlyAttribute), false);

    private const int AllowByRefLike = 0x20;

    private static bool IsByRefLike(TypeReference type) =>
        type.IsValueType && type.MetadataType is not MetadataType.Void && Resolve(type) is { IsByRefLike: true };

    private static Type? Resolve(TypeReference type)
    {
        var plain = type.GetElementType();
        return Type.GetType($"{plain.FullName.Replace('/', '+')}, {plain.Scope?.Name ?? "System.Runtime"}", throwOnError: false);
    }

    private static Passing[] Ask(MethodReference call, string signature)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var type = Resolve(call.DeclaringType);
        MethodBase? method = type is null ? null
            : Array.Find<MethodBase>(call.Name == ".ctor" ? type.GetConstructors(All) : type.GetMethods(All), m => m.Name == call.Name
                && m.GetParameters().Length == call.Parameters.Count && Signature.Of(type, m.Name, m.GetParameters()) == signature);
        return [.. call.Parameters.Select(p => !p.ParameterType.IsByReference ? Passing.Value : How(method?.GetParameters()[p.Index]))];
    }

    /// <summary>The flag of a lock that says that it was taken: the lock is followed, and the flag is a place like any other.</summary>
    internal static bool IsLockTaken(MethodReference call, int parameter) =>
        call.DeclaringType.FullName is "System.Threading.Monitor" or "System.Threading.SpinLock"
        && call.Parameters[parameter].ParameterType is ByReferenceType { ElementType.MetadataType: MetadataType.Boolean };

    /// <summary>Of what nobody knows it is thought that it may read and write.</summary>
    private static Passing How(ParameterInfo? parameter) => parameter switch
    {
        { IsOut: true, IsIn: false } => Passing.Out,
        { IsIn: true, IsOut: false } => Passing.In,
        _ => Passing.Ref,
    };
}
