using System.Buffers.Binary;
using System.Collections;
using System.Reflection;
using System.Reflection.Emit;

namespace Sensei.Weaving;

/// <summary>One instruction of a method's body.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Code">What it does.</param>
/// <param name="Number">What it does it with: a local, an argument, a member's token.</param>
/// <param name="Targets">Where it may jump to.</param>
internal readonly record struct ILInstruction(int Offset, OpCode Code, int Number, int[] Targets)
{
    /// <summary>How much it takes from the stack; of calls, only their signatures say so.</summary>
    internal int Pops => Code.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 or StackBehaviour.Varpop => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8 or StackBehaviour.Popi_popr4
            or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        _ => 3,
    };

    /// <summary>How much it leaves there.</summary>
    internal int Pushes => Code.StackBehaviourPush switch
    {
        StackBehaviour.Push0 or StackBehaviour.Varpush => 0,
        StackBehaviour.Push1_push1 => 2,
        _ => 1,
    };
}

/// <summary>Reads the instructions of a body that reflection has: the weaver's library would have to open all of .NET for one.</summary>
/// <param name="code">The body.</param>
internal sealed class ILReader(byte[] code) : IEnumerable<ILInstruction>
{
    private const int Wide = 0xFE00;

    private static readonly Dictionary<int, OpCode> s_codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    /// <inheritdoc/>
    public IEnumerator<ILInstruction> GetEnumerator()
    {
        for (var at = 0; at < code.Length;)
        {
            var offset = at;
            int value = code[at++];
            var op = s_codes[value == Wide >> 8 ? Wide | code[at++] : value];
            var size = op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * Word(at)),
                _ => 4,
            };
            var next = at + size;
            yield return new ILInstruction(offset, op, Number(op, at, size), Targets(op, at, next));
            at = next;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Number(OpCode op, int at, int size) => size switch
    {
        // ldarg.0 and its like have it in their names
        0 => op.Name is [.., '.', >= '0' and <= '3' and var digit] ? digit - '0' : -1,
        1 => code[at],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(code.AsSpan(at)),
        _ => Word(at),
    };

    private int[] Targets(OpCode op, int at, int next) => op.OperandType switch
    {
        OperandType.ShortInlineBrTarget => [next + (sbyte)code[at]],
        OperandType.InlineBrTarget => [next + Word(at)],
        OperandType.InlineSwitch => [.. Enumerable.Range(1, Word(at)).Select(i => next + Word(at + (4 * i)))],
        _ => [],
    };

    private int Word(int at) => BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at));
}
