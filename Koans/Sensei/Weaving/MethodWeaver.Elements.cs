using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <content>Array elements, and what lies behind references.</content>
internal sealed partial class MethodWeaver
{
    private void Element(Instruction at, TypeReference type, bool writes)
    {
        var index = Scratch(_context.Module.TypeSystem.Int32, IndexScratch);
        var site = SiteOf((FieldReference?)null);
        if (MayBeWide(type))
        {
            WideElement(at, type, index, site, writes);
            return;
        }

        if (writes)
        {
            var value = Scratch(type);
            Replace(
                at,
                null,
                [
                    _il.Create(OpCodes.Stloc, value),
                    _il.Create(OpCodes.Stloc, index),
                    _il.Create(OpCodes.Dup),
                    _il.Create(OpCodes.Ldloc, index),
                    _il.Create(OpCodes.Ldloc, value),
                    Number(site),
                    Probe(nameof(Probes.WriteElement), type),
                    _il.Create(OpCodes.Ldloc, index),
                    _il.Create(OpCodes.Ldloc, value),
                ],
                []);
            return;
        }

        Replace(
            at,
            null,
            [
                _il.Create(OpCodes.Stloc, index),
                _il.Create(OpCodes.Dup),
                _il.Create(OpCodes.Ldloc, index),
                Number(site),
                Probe(nameof(Probes.ReadElement)),
                _il.Create(OpCodes.Ldloc, index),
            ],
            Seen(type, site));
    }

    private void WideElement(Instruction at, TypeReference type, VariableDefinition index, int site, bool writes)
    {
        var array = Scratch(new ArrayType(type));
        var value = Scratch(type);
        List<Instruction> before =
        [
            _il.Create(OpCodes.Stloc, index),
            _il.Create(OpCodes.Dup),
            _il.Create(OpCodes.Stloc, array),
            _il.Create(OpCodes.Ldloc, index),
        ];
        List<Instruction> after = [_il.Create(OpCodes.Ldloc, array), _il.Create(OpCodes.Ldloc, index)];
        (at.OpCode, at.Operand) = (OpCodes.Ldelema, type);
        if (writes)
        {
            before.Insert(0, _il.Create(OpCodes.Stloc, value));
            after.AddRange([_il.Create(OpCodes.Ldloc, value), Number(site), Probe(nameof(WideProbes.StoreElement), type)]);
        }
        else
        {
            after.AddRange([Number(site), Probe(nameof(WideProbes.LoadElement), type)]);
        }

        Replace(at, null, before, after);
    }

    private void ReferToElement(Instruction at, Instruction? prefix, Instruction? previous)
    {
        if (IsNativeIndex(prefix ?? previous))
        {
            return;
        }

        var type = (TypeReference)at.Operand;
        var array = Scratch(new ArrayType(type));
        var index = Scratch(_context.Module.TypeSystem.Int32, IndexScratch);
        Replace(
            at,
            prefix,
            [
                _il.Create(OpCodes.Stloc, index),
                _il.Create(OpCodes.Dup),
                _il.Create(OpCodes.Stloc, array),
                _il.Create(OpCodes.Ldloc, index),
            ],
            [
                _il.Create(OpCodes.Dup),
                _il.Create(OpCodes.Ldloc, array),
                _il.Create(OpCodes.Ldloc, index),
                _il.Create(OpCodes.Sizeof, type),
                Probe(nameof(Probes.TrackElement)),
            ]);
    }

    private void Through(Instruction at, Instruction? prefix, TypeReference type, bool writes)
    {
        if (!CanBeArgument(type))
        {
            return;
        }

        var site = SiteOf(at.Operand as FieldReference, prefix);
        if (MayBeWide(type))
        {
            WideThrough(at, prefix, type, site, writes);
            return;
        }

        if (writes)
        {
            var value = Scratch(type);
            Replace(
                at,
                prefix,
                [
                    _il.Create(OpCodes.Stloc, value),
                    _il.Create(OpCodes.Dup),
                    _il.Create(OpCodes.Ldloc, value),
                    Number(site),
                    Probe(nameof(Probes.WriteThrough), type),
                    _il.Create(OpCodes.Ldloc, value),
                ],
                []);
            return;
        }

        Replace(at, prefix, [_il.Create(OpCodes.Dup), Number(site), Probe(nameof(Probes.ReadThrough))], Seen(type, site));
    }

    private void WideThrough(Instruction at, Instruction? prefix, TypeReference type, int site, bool writes)
    {
        var probe = writes ? nameof(WideProbes.StoreThrough) : nameof(WideProbes.LoadThrough);
        if (at.Operand is not FieldReference)
        {
            // the address, and the value to write, lie on the stack already
            var call = Probe(probe, type);
            (at.OpCode, at.Operand) = (call.OpCode, call.Operand);
            Prepend(at, [Number(site)]);
            return;
        }

        at.OpCode = OpCodes.Ldflda;
        if (writes)
        {
            var value = Scratch(type);
            Replace(
                at,
                prefix,
                [_il.Create(OpCodes.Stloc, value)],
                [_il.Create(OpCodes.Ldloc, value), Number(site), Probe(probe, type)]);
            return;
        }

        Replace(at, prefix, [], [Number(site), Probe(probe, type)]);
    }
}
