using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <content>What reads or clears a value where it lies, without bringing it to the stack first.</content>
internal sealed partial class MethodWeaver
{
    /// <summary><c>= default</c>, which the compiler makes of <c>null</c> for a nullable struct, too.</summary>
    private void Clear(Instruction at, Instruction? prefix)
    {
        var type = (TypeReference)at.Operand;
        if (_shapes.IsLocal(at, 0) || !CanBeArgument(type) || (_referredTo is { } field && IsNoise(field)))
        {
            return;
        }

        var clear = Probe(nameof(WideProbes.Clear), type);
        (at.OpCode, at.Operand) = (clear.OpCode, clear.Operand);
        Prepend(at, [Number(SiteOf(_referredTo, prefix))]);
    }

    /// <summary>
    /// A method of .NET that is called on a struct where it lies reads it there. It is given a copy, which is read in the
    /// same steps as any other; that is why only methods that change nothing are meant.
    /// </summary>
    private void LookAtReceiver(MethodReference call, Instruction at, Instruction? prefix, TypeReference type)
    {
        var above = call.Parameters.Count;
        if (!OnlyLooks(call.Name) || _context.Definition(type) is not null || !IsOrdinary(type)
            || _shapes.IsLocal(prefix ?? at, above) || !_shapes.IsReference(prefix ?? at, above)
            || (_referredTo is { } field && above == 0 && IsNoise(field)))
        {
            return;
        }

        var arguments = call.Parameters.Select(p => Scratch(Inflate(p.ParameterType, call), p.Index)).ToList();
        var copy = new VariableDefinition(type);
        _body.Variables.Add(copy);
        Prepend(
            prefix ?? at,
            [
                .. Enumerable.Reverse(arguments).Select(a => _il.Create(OpCodes.Stloc, a)),
                Number(SiteOf(above == 0 ? _referredTo : null)),
                Probe(nameof(WideProbes.LoadThrough), type),
                _il.Create(OpCodes.Stloc, copy),
                _il.Create(OpCodes.Ldloca, copy),
                .. arguments.Select(a => _il.Create(OpCodes.Ldloc, a)),
            ]);
    }

    /// <summary>Neither a type that only lives on the stack nor one that nobody knows.</summary>
    private static bool IsOrdinary(TypeReference type) => type is GenericParameter
        || type.GetElementType() is var plain
        && Type.GetType($"{plain.FullName.Replace('/', '+')}, {plain.Scope.Name}") is { IsByRefLike: false };

    private static bool OnlyLooks(string method) =>
        method.StartsWith("get_", StringComparison.Ordinal)
        || method is "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "GetValueOrDefault" or "Deconstruct" or "HasFlag";
}
