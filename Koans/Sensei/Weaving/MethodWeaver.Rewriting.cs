using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <content>Putting instructions around others without moving what jumps to them.</content>
internal sealed partial class MethodWeaver
{
    /// <summary>Puts instructions around one, together with the prefix it may have.</summary>
    private void Replace(Instruction at, Instruction? prefix, List<Instruction> before, List<Instruction> after)
    {
        var last = at;
        foreach (var instruction in after)
        {
            _il.InsertAfter(last, instruction);
            last = instruction;
        }

        Prepend(prefix ?? at, before);
    }

    /// <summary>Puts instructions before one, such that whatever jumps to it meets them.</summary>
    /// <returns>The instruction that does now what <paramref name="at"/> did.</returns>
    private Instruction Prepend(Instruction at, List<Instruction> before)
    {
        if (before.Count == 0)
        {
            return at;
        }

        var moved = _il.Create(OpCodes.Nop);
        (moved.OpCode, moved.Operand) = (at.OpCode, at.Operand);
        (at.OpCode, at.Operand) = (before[0].OpCode, before[0].Operand);
        var last = at;
        for (var i = 1; i < before.Count; i++)
        {
            _il.InsertAfter(last, before[i]);
            last = before[i];
        }

        _il.InsertAfter(last, moved);
        return moved;
    }

    private Instruction Probe(string name, TypeReference? argument = null) =>
        _il.Create(OpCodes.Call, _context.Probe(name, argument));

    private Instruction Number(int value) => _il.Create(OpCodes.Ldc_I4, value);

    private List<Instruction> Seen(TypeReference type, int site) =>
        [_il.Create(OpCodes.Dup), Number(site), Probe(nameof(Probes.Seen), type)];

    private VariableDefinition Scratch(TypeReference type, int number = -1)
    {
        var key = $"{number} {type.FullName}";
        if (!_scratch.TryGetValue(key, out var variable))
        {
            _scratch[key] = variable = new VariableDefinition(type);
            _body.Variables.Add(variable);
        }

        return variable;
    }

    private int SiteOf(FieldReference? field, Instruction? prefix = null) =>
        SiteTable.Shared.Add(new Site(field is null ? null : _context.FieldOf(field), _file, _line, _member, null)
        {
            IsVolatile = prefix?.OpCode.Code == Code.Volatile,
            Group = _context.Group,
        });

    private int SiteOf(MethodReference call) =>
        SiteTable.Shared.Add(new Site(null, _file, _line, _member, call.Name) { Group = _context.Group });
}
