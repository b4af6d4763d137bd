using System.Reflection;
using Mono.Cecil;

namespace Sensei.Weaving;

/// <summary>
/// Writes a member's signature in one way for Cecil and for reflection, so that a call in the code under test finds
/// what stands in for it.
/// </summary>
internal static class Signature
{
    internal static string Of(MethodReference call)
    {
        var method = call.GetElementMethod();
        return Join(
            Of(method.DeclaringType.GetElementType()),
            method.Name,
            method.Parameters.Select(p => Of(p.ParameterType)));
    }

    internal static string Of(Type declaring, string name, IEnumerable<ParameterInfo> parameters) =>
        Join(Of(declaring), name, parameters.Select(p => Of(p.ParameterType)));

    private static string Join(string declaring, string name, IEnumerable<string> parameters) =>
        $"{declaring}::{name}({string.Join(",", parameters)})";

    private static string Of(TypeReference type) => type switch
    {
        RequiredModifierType m => Of(m.ElementType),
        OptionalModifierType m => Of(m.ElementType),
        ByReferenceType r => Of(r.ElementType) + "&",
        ArrayType a => Of(a.ElementType) + "[]",
        GenericInstanceType g => $"{Of(g.ElementType)}<{string.Join(",", g.GenericArguments.Select(Of))}>",
        GenericParameter { Type: GenericParameterType.Method } p => "!!" + p.Position,
        GenericParameter p => "!" + p.Position,
        _ => type.FullName.Replace('/', '+'),
    };

    private static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!) + "&";
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericMethodParameter)
        {
            return "!!" + type.GenericParameterPosition;
        }

        if (type.IsGenericTypeParameter)
        {
            return "!" + type.GenericParameterPosition;
        }

        if (type.IsGenericType && !type.IsGenericTypeDefinition)
        {
            var definition = type.GetGenericTypeDefinition().FullName!;
            return $"{definition}<{string.Join(",", type.GetGenericArguments().Select(Of))}>";
        }

        return type.FullName!;
    }
}
