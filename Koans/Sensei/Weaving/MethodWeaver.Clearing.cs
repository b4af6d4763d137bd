using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <content>What clears a value where it lies, without bringing it to the stack first.</content>
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
}
