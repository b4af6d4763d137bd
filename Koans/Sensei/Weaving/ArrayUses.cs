using Mono.Cecil;

namespace Sensei.Weaving;

/// <summary>What members of .NET do with an array that they are given.</summary>
internal static class ArrayUses
{
    internal static bool IsArray(TypeReference type) => type is ArrayType || type.FullName == "System.Array";

    /// <summary>The member makes references to elements, which may be to any of them.</summary>
    internal static bool MakesReferences(MethodReference call) => call.DeclaringType.GetElementType().FullName
        is "System.Span`1" or "System.ReadOnlySpan`1" or "System.MemoryExtensions" or "System.Memory`1" or "System.ReadOnlyMemory`1"
        or "System.ArraySegment`1" or "System.Runtime.InteropServices.MemoryMarshal";

    /// <summary>The member sorts or turns an array, or looks for something in it.</summary>
    internal static bool IsChanged(MethodReference call, ParameterDefinition parameter) =>
        IsArray(parameter.ParameterType) && call.DeclaringType.FullName is "System.Array" or "System.Buffer"
        && call.Name is not ("AsReadOnly" or "CreateInstance" or "ByteLength");

    /// <summary>The member reads the elements of an array, and does not keep it.</summary>
    internal static bool IsGoneThrough(MethodReference call, ParameterDefinition parameter)
    {
        var type = call.DeclaringType.GetElementType();
        return parameter.ParameterType is ArrayType
            && (type.FullName is "System.String" or "System.Convert" or "System.BitConverter" or "System.Linq.ImmutableArrayExtensions"
                || type.Namespace is "System.Text" or "FluentAssertions"
                || type.Namespace.StartsWith("System.Collections", StringComparison.Ordinal));
    }

    /// <summary>When the member comes back it has gone through what it was given, and does not come back to it.</summary>
    internal static bool AnswersAtOnce(MethodReference call)
    {
        var type = call.DeclaringType.GetElementType().FullName;
        return type is "System.String" or "System.Convert" or "System.BitConverter"
            || call.Name == ".ctor" || call.Name.EndsWith("Range", StringComparison.Ordinal)
            || (type == "System.Linq.Enumerable"
                && call.ReturnType.GetElementType().FullName is not ("System.Collections.Generic.IEnumerable`1"
                    or "System.Linq.IOrderedEnumerable`1" or "System.Collections.IEnumerable"));
    }
}
