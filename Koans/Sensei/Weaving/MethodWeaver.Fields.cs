using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <content>Reading, writing and referring to fields.</content>
internal sealed partial class MethodWeaver
{
    private void ReadField(Instruction at, Instruction? prefix)
    {
        var reference = (FieldReference)at.Operand;
        var type = FieldType(reference);
        if (IsNoise(reference) || !CanBeArgument(type))
        {
            return;
        }

        if (_shapes.IsReference(at, 0))
        {
            Through(at, prefix, type, writes: false);
            return;
        }

        if (reference.DeclaringType.IsValueType)
        {
            return; // a copy on the stack
        }

        var site = SiteOf(reference, prefix);
        if (_context.Resolve(reference) is { } definition && _context.IsReadOnly(definition) && !IsOwnConstructor(definition))
        {
            if (!type.IsValueType && !type.IsGenericParameter)
            {
                var owner = Scratch(_context.Module.TypeSystem.Object);
                Replace(
                    at,
                    prefix,
                    [_il.Create(OpCodes.Dup), _il.Create(OpCodes.Stloc, owner)],
                    [_il.Create(OpCodes.Dup), _il.Create(OpCodes.Ldloc, owner), Number(site), Probe(nameof(Probes.Named))]);
            }

            return;
        }

        if (MayBeWide(type))
        {
            var holder = Scratch(_context.Module.TypeSystem.Object);
            at.OpCode = OpCodes.Ldflda;
            Replace(
                at,
                prefix,
                [_il.Create(OpCodes.Dup), _il.Create(OpCodes.Stloc, holder)],
                [_il.Create(OpCodes.Ldloc, holder), Number(site), Probe(nameof(WideProbes.LoadField), type)]);
            return;
        }

        Replace(at, prefix, [_il.Create(OpCodes.Dup), Number(site), Probe(nameof(Probes.Read))], Seen(type, site));
    }

    private void WriteField(Instruction at, Instruction? prefix)
    {
        var reference = (FieldReference)at.Operand;
        var type = FieldType(reference);
        if (IsNumberOfAsync(reference))
        {
            var next = Scratch(type);
            Prepend(
                at,
                [
                    _il.Create(OpCodes.Stloc, next),
                    _il.Create(OpCodes.Dup),
                    _il.Create(OpCodes.Ldfld, reference),
                    _il.Create(OpCodes.Ldloc, next),
                    Probe(nameof(Probes.Moves), type),
                    _il.Create(OpCodes.Ldloc, next),
                ]);
            return;
        }

        if (IsNoise(reference) || !CanBeArgument(type))
        {
            return;
        }

        if (_shapes.IsReference(at, 1))
        {
            Through(at, prefix, type, writes: true);
            return;
        }

        var value = Scratch(type);
        if (MayBeWide(type))
        {
            var holder = Scratch(_context.Module.TypeSystem.Object);
            at.OpCode = OpCodes.Ldflda;
            Replace(
                at,
                prefix,
                [_il.Create(OpCodes.Stloc, value), _il.Create(OpCodes.Dup), _il.Create(OpCodes.Stloc, holder)],
                [
                    _il.Create(OpCodes.Ldloc, holder),
                    _il.Create(OpCodes.Ldloc, value),
                    Number(SiteOf(reference, prefix)),
                    Probe(nameof(WideProbes.StoreField), type),
                ]);
            return;
        }

        Replace(
            at,
            prefix,
            [
                _il.Create(OpCodes.Stloc, value),
                _il.Create(OpCodes.Dup),
                _il.Create(OpCodes.Ldloc, value),
                Number(SiteOf(reference, prefix)),
                Probe(nameof(Probes.Write), type),
                _il.Create(OpCodes.Ldloc, value),
            ],
            []);
    }

    private void ReferToField(Instruction at)
    {
        var reference = (FieldReference)at.Operand;
        var type = FieldType(reference);
        if ((IsNoise(reference) && !IsPromise(type)) || !CanBeArgument(type) || _shapes.IsReference(at, 0) || reference.DeclaringType.IsValueType)
        {
            return; // inside a struct: whoever made the reference to the struct has said where it is
        }

        var owner = Scratch(_context.Module.TypeSystem.Object);
        Replace(
            at,
            null,
            [_il.Create(OpCodes.Dup), _il.Create(OpCodes.Stloc, owner)],
            [
                _il.Create(OpCodes.Dup),
                _il.Create(OpCodes.Ldloc, owner),
                _il.Create(OpCodes.Sizeof, type),
                Number(SiteOf(reference)),
                Probe(nameof(Probes.Track)),
            ]);
    }

    private void ReadStatic(Instruction at, Instruction? prefix)
    {
        var reference = (FieldReference)at.Operand;
        if (_context.Resolve(reference) is not { } definition || !Statics.IsState(definition))
        {
            return;
        }

        var type = FieldType(reference);
        var site = SiteOf(reference, prefix);
        var before = BeginStatics(reference);
        if (_context.IsReadOnly(definition))
        {
            List<Instruction> after = type.IsValueType || type.IsGenericParameter
                ? []
                : [_il.Create(OpCodes.Dup), _il.Create(OpCodes.Ldnull), Number(site), Probe(nameof(Probes.Named))];
            Replace(at, prefix, before, after);
            return;
        }

        if (MayBeWide(type))
        {
            at.OpCode = OpCodes.Ldsflda;
            Replace(at, prefix, before, [Number(site), Probe(nameof(WideProbes.LoadStatic), type)]);
            return;
        }

        Replace(at, prefix, [.. before, Number(site), Probe(nameof(Probes.ReadStatic))], Seen(type, site));
    }

    private void WriteStatic(Instruction at, Instruction? prefix)
    {
        var reference = (FieldReference)at.Operand;
        if (_context.Resolve(reference) is not { } definition || !Statics.IsState(definition))
        {
            return;
        }

        var type = FieldType(reference);
        if (MayBeWide(type))
        {
            var value = Scratch(type);
            at.OpCode = OpCodes.Ldsflda;
            Replace(
                at,
                prefix,
                [.. BeginStatics(reference), _il.Create(OpCodes.Stloc, value)],
                [_il.Create(OpCodes.Ldloc, value), Number(SiteOf(reference, prefix)), Probe(nameof(WideProbes.StoreStatic), type)]);
            return;
        }

        Replace(
            at,
            prefix,
            [
                .. BeginStatics(reference),
                _il.Create(OpCodes.Dup),
                Number(SiteOf(reference, prefix)),
                Probe(nameof(Probes.WriteStatic), type),
            ],
            []);
    }

    private void ReferToStatic(Instruction at)
    {
        var reference = (FieldReference)at.Operand;
        if (_context.Resolve(reference) is not { } definition || !Statics.IsState(definition))
        {
            return;
        }

        Replace(
            at,
            null,
            BeginStatics(reference),
            [
                _il.Create(OpCodes.Dup),
                _il.Create(OpCodes.Sizeof, FieldType(reference)),
                Number(SiteOf(reference)),
                Probe(nameof(Probes.TrackStatic)),
            ]);
    }

    private bool IsPerThread(FieldReference reference) =>
        _context.Resolve(reference) is { } definition && Statics.IsPerThread(definition);

    private void UseThreadStatic(Instruction at)
    {
        var reference = (FieldReference)at.Operand;
        var type = FieldType(reference);
        var code = at.OpCode.Code;
        var value = Scratch(type);
        var own = Probe(nameof(ThreadStatics.Own), type);
        (at.OpCode, at.Operand) = (own.OpCode, own.Operand);
        List<Instruction> after = code switch
        {
            Code.Ldsfld => [_il.Create(OpCodes.Ldobj, type)],
            Code.Stsfld => [_il.Create(OpCodes.Ldloc, value), _il.Create(OpCodes.Stobj, type)],
            _ => [],
        };
        List<Instruction> before = [Number(SiteOf(reference))];
        if (code == Code.Stsfld)
        {
            before.Insert(0, _il.Create(OpCodes.Stloc, value));
        }

        Replace(at, null, before, after);
    }

    private List<Instruction> BeginStatics(FieldReference reference) =>
        Statics.BeforeField(reference, _context) is { } begin && !IsInitialiserOf(reference)
            ? [_il.Create(OpCodes.Call, begin)]
            : [];

    private bool IsInitialiserOf(FieldReference reference) =>
        Statics.IsInitialiser(_method) && reference.DeclaringType.GetElementType() == _method.DeclaringType;
}
