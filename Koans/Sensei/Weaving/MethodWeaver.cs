using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Sensei.Weaving;

/// <summary>
/// Weaves one method. Instructions are rewritten where they stand: the first of what replaces one takes its place, so
/// that jumps, exception blocks and debug information go on pointing to the right spot.
/// </summary>
internal sealed class MethodWeaver
{
    /// <summary>An index needs a scratch local of its own: the value beside it may have the same type.</summary>
    private const int IndexScratch = -2;

    private readonly MethodDefinition _method;
    private readonly WeavingContext _context;
    private readonly MethodBody _body;
    private readonly ILProcessor _il;
    private readonly StackShapes _shapes;
    private readonly Dictionary<string, VariableDefinition> _scratch = [];
    private readonly List<Loop> _loops;
    private readonly string _member;
    private string? _file;
    private int _line;

    internal MethodWeaver(MethodDefinition method, WeavingContext context)
    {
        _method = method;
        _context = context;
        _body = method.Body;
        _body.SimplifyMacros();
        _il = _body.GetILProcessor();
        _shapes = new StackShapes(method);
        _loops = LoopFinder.Find(_body, _shapes);
        _member = Member(method);
    }

    internal void Weave()
    {
        var points = _method.DebugInformation.HasSequencePoints
            ? _method.DebugInformation.GetSequencePointMapping()
            : new Dictionary<Instruction, SequencePoint>();
        var lines = new Dictionary<Instruction, (string?, int)>();
        var hasCalls = false;
        var instructions = _body.Instructions.ToArray();
        for (var i = 0; i < instructions.Length; i++)
        {
            var at = instructions[i];
            if (points.TryGetValue(at, out var point) && !point.IsHidden)
            {
                (_file, _line) = (point.Document.Url, point.StartLine);
            }

            lines[at] = (_file, _line);
            Instruction? prefix = null;
            if (at.OpCode.OpCodeType == OpCodeType.Prefix && i + 1 < instructions.Length)
            {
                // the prefix and what it belongs to are woven as one
                prefix = at;
                at = instructions[++i];
                if (prefix.OpCode.Code is Code.Constrained or Code.Tail || at.OpCode.OpCodeType == OpCodeType.Prefix)
                {
                    CallOnStruct(prefix, at);
                    continue;
                }
            }

            hasCalls |= at.OpCode.FlowControl == FlowControl.Call;
            Rewrite(at, prefix, i > 0 ? instructions[i - 1] : null);
        }

        WeaveHandlers();
        WeaveLoops(lines);
        if (hasCalls || IsCalledFromOutside())
        {
            (_file, _line) = lines.GetValueOrDefault(_body.Instructions[0]);
            Prepend(_body.Instructions[0], [Number(SiteOf((FieldReference?)null)), Probe(nameof(Probes.Enter))]);
        }

        _body.InitLocals = true;
        _body.OptimizeMacros();
    }

    /// <summary>Lambdas and iterators are called by loops of the class library, which are not woven.</summary>
    private bool IsCalledFromOutside() => _method.Name.StartsWith('<') || _method.Name == "MoveNext";

    private void Rewrite(Instruction at, Instruction? prefix, Instruction? previous)
    {
        switch (at.OpCode.Code)
        {
            case Code.Ldfld:
                ReadField(at, prefix);
                break;
            case Code.Stfld:
                WriteField(at, prefix);
                break;
            case Code.Ldflda:
                ReferToField(at);
                break;
            case Code.Ldsfld or Code.Stsfld or Code.Ldsflda when IsPerThread((FieldReference)at.Operand):
                UseThreadStatic(at);
                break;
            case Code.Ldsfld:
                ReadStatic(at, prefix);
                break;
            case Code.Stsfld:
                WriteStatic(at, prefix);
                break;
            case Code.Ldsflda:
                ReferToStatic(at);
                break;
            case Code.Ldelema:
                ReferToElement(at, prefix, previous);
                break;
            case Code.Call or Code.Callvirt or Code.Newobj:
                Call(at, prefix);
                break;
            case Code.Ldftn or Code.Ldvirtftn:
                MethodGroup(at);
                break;
            default:
                if (ElementAccess(at.OpCode.Code, at.Operand) is { } element && !IsNativeIndex(previous))
                {
                    Element(at, element.Type, element.Writes);
                }
                else if (Dereference(at.OpCode.Code, at.Operand) is { } target)
                {
                    Through(at, prefix, target.Type, target.Writes);
                }

                break;
        }
    }

    // --- fields --------------------------------------------------------------------------------------------------

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
        if (IsNoise(reference) || !CanBeArgument(type) || _shapes.IsReference(at, 0) || reference.DeclaringType.IsValueType)
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

    // --- elements and references ---------------------------------------------------------------------------------

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

    // --- calls ---------------------------------------------------------------------------------------------------

    private void Call(Instruction at, Instruction? prefix)
    {
        var call = (MethodReference)at.Operand;
        var type = call.DeclaringType.GetElementType();
        var typeName = type.FullName;
        if (call.DeclaringType is ArrayType { Rank: > 1 } table)
        {
            UseTable(at, call, table);
            return;
        }

        if (type.Scope == _context.Module)
        {
            if (Statics.BeforeCall(call) is { } begin && type != _method.DeclaringType)
            {
                Replace(at, prefix, [_il.Create(OpCodes.Call, begin)], []);
            }

            return;
        }

        if (Followed.StandIn(Signature.Of(call)) is { } standIn)
        {
            at.OpCode = OpCodes.Call;
            at.Operand = Inflated(standIn, call);
            Prepend(at, [Number(SiteOf(call))]);
            return;
        }

        if (Unwelcome.InsteadOf(call) is { } other)
        {
            Refuse(at, call, other);
            return;
        }

        if (Followed.NeedsFollowing(typeName, call.Name))
        {
            Refuse(at, call, Followed.Instead(typeName));
            return;
        }

        if (Collections.IsCollection(typeName) && call.HasThis && at.OpCode.Code != Code.Newobj
            && Collections.UseOf(typeName, call.Name) is not CollectionUse.None and var use)
        {
            UseCollection(at, call, use);
            return;
        }

        if (typeName.StartsWith("System.", StringComparison.Ordinal)
            && call.Parameters.FirstOrDefault(p => Collections.IsCollection(p.ParameterType)) is { } passed)
        {
            PassCollection(at, call, passed.Index);
        }

        if (call.Parameters.Count == 1 && call.Parameters[0].ParameterType is ArrayType
            && typeName is "System.Span`1" or "System.ReadOnlySpan`1" or "System.MemoryExtensions" or "System.Memory`1")
        {
            Prepend(at, [_il.Create(OpCodes.Dup), Probe(nameof(Probes.TrackArray))]);
        }

        if (Outside.MayChange(call))
        {
            Prepend(at, [Probe(nameof(Probes.Outside))]);
        }
    }

    /// <summary>A <c>using</c> of a struct calls it through an interface, though it is known what will be called.</summary>
    private void CallOnStruct(Instruction prefix, Instruction at)
    {
        if (prefix.OpCode.Code != Code.Constrained || at.Operand is not MethodReference { Parameters.Count: 0 } call)
        {
            return;
        }

        var own = new MethodReference(call.Name, call.ReturnType, (TypeReference)prefix.Operand) { HasThis = true };
        if (own.DeclaringType is not GenericParameter && Followed.StandIn(Signature.Of(own)) is { } standIn)
        {
            (prefix.OpCode, prefix.Operand) = (OpCodes.Nop, null);
            (at.OpCode, at.Operand) = (OpCodes.Call, Inflated(standIn, own));
            Prepend(at, [Number(SiteOf(own))]);
        }
    }

    /// <summary>The koan ends where it would make the call.</summary>
    private void Refuse(Instruction at, MethodReference call, string instead)
    {
        var type = Plain(call.DeclaringType.GetElementType().Name);
        Prepend(
            at,
            [
                _il.Create(OpCodes.Ldstr, call.Name == ".ctor" ? type : $"{type}.{Plain(call.Name)}"),
                _il.Create(OpCodes.Ldstr, instead),
                Number(SiteOf(call)),
                Probe(nameof(Probes.NotFollowed)),
            ]);
    }

    /// <summary>An array of several dimensions is used by way of references to its elements.</summary>
    private void UseTable(Instruction at, MethodReference call, ArrayType table)
    {
        if (call.Name is not ("Get" or "Set" or "Address"))
        {
            return;
        }

        var indices = Enumerable.Range(0, table.Rank).Select(i => Scratch(_context.Module.TypeSystem.Int32, i)).ToList();
        var value = Scratch(table.ElementType);
        var address = new MethodReference("Address", new ByReferenceType(table.ElementType), table) { HasThis = true };
        indices.ForEach(_ => address.Parameters.Add(new ParameterDefinition(_context.Module.TypeSystem.Int32)));
        var before = new List<Instruction>();
        if (call.Name == "Set")
        {
            before.Add(_il.Create(OpCodes.Stloc, value));
        }

        before.AddRange(Enumerable.Reverse(indices).Select(i => _il.Create(OpCodes.Stloc, i)));
        before.AddRange([_il.Create(OpCodes.Dup), Probe(nameof(Probes.TrackArray))]);
        before.AddRange(indices.Select(i => _il.Create(OpCodes.Ldloc, i)));
        if (call.Name == "Address")
        {
            Prepend(at, before);
            return;
        }

        before.Add(_il.Create(OpCodes.Call, address));
        var access = call.Name == "Get"
            ? _il.Create(OpCodes.Ldobj, table.ElementType)
            : _il.Create(OpCodes.Stobj, table.ElementType);
        (at.OpCode, at.Operand) = (access.OpCode, access.Operand);
        var moved = Prepend(at, call.Name == "Get" ? before : [.. before, _il.Create(OpCodes.Ldloc, value)]);
        Through(moved, null, table.ElementType, writes: call.Name == "Set");
    }

    /// <summary>
    /// A method group of something that is followed becomes a method of the twin that calls it, and is woven like any
    /// other.
    /// </summary>
    private void MethodGroup(Instruction at)
    {
        var target = (MethodReference)at.Operand;
        var type = target.DeclaringType.GetElementType();
        if (type.Scope == _context.Module || target.DeclaringType.IsValueType || !NeedsWeaving(target)
            || _method.HasGenericParameters || _method.DeclaringType.HasGenericParameters)
        {
            return;
        }

        var caller = Callers.Make(target, Inflated(target), _method.DeclaringType, _context);
        new MethodWeaver(caller, _context) { _file = _file, _line = _line }.Weave();
        if (at.OpCode.Code == Code.Ldvirtftn)
        {
            // the receiver was pushed once more to look up the method; the static caller needs no looking up
            Prepend(at, [_il.Create(OpCodes.Pop)]);
            at = at.Next;
        }

        (at.OpCode, at.Operand) = (OpCodes.Ldftn, caller);
    }

    private static bool NeedsWeaving(MethodReference target) =>
        Followed.StandIn(Signature.Of(target)) is not null
        || Followed.NeedsFollowing(target.DeclaringType.GetElementType().FullName, target.Name)
        || Collections.IsCollection(target.DeclaringType.GetElementType().FullName);

    private static (TypeReference Returns, List<TypeReference> Parameters) Inflated(MethodReference target) =>
        (Inflate(target.ReturnType, target), target.Parameters.Select(p => Inflate(p.ParameterType, target)).ToList());

    private void UseCollection(Instruction at, MethodReference call, CollectionUse use)
    {
        var arguments = call.Parameters.Select(p => Scratch(Inflate(p.ParameterType, call), p.Index)).ToList();
        var probe = use switch
        {
            CollectionUse.Read => nameof(CollectionProbes.Read),
            CollectionUse.Write => nameof(CollectionProbes.Write),
            CollectionUse.Attempt => nameof(CollectionProbes.Attempt),
            _ => nameof(CollectionProbes.Tear),
        };
        var before = new List<Instruction>();
        for (var i = arguments.Count - 1; i >= 0; i--)
        {
            before.Add(_il.Create(OpCodes.Stloc, arguments[i]));
        }

        before.Add(_il.Create(OpCodes.Dup));
        before.Add(_il.Create(OpCodes.Ldstr, call.Name));
        before.Add(Number(SiteOf(call)));
        before.Add(Probe("Collection" + probe));
        before.AddRange(arguments.Select(a => _il.Create(OpCodes.Ldloc, a)));
        List<Instruction> after = use == CollectionUse.Attempt
            ? [_il.Create(OpCodes.Dup), _il.Create(OpCodes.Ldstr, call.Name), Number(SiteOf(call)), Probe("CollectionAttempted")]
            : [];
        Replace(at, null, before, after);
    }

    /// <summary>A collection that is given to a member of .NET, to be copied or gone through, is looked at.</summary>
    private void PassCollection(Instruction at, MethodReference call, int index)
    {
        var above = call.Parameters.Skip(index + 1).Select(p => Scratch(Inflate(p.ParameterType, call), p.Index)).ToList();
        Replace(
            at,
            null,
            [
                .. Enumerable.Reverse(above).Select(a => _il.Create(OpCodes.Stloc, a)),
                _il.Create(OpCodes.Dup),
                _il.Create(OpCodes.Ldstr, call.Name),
                Number(SiteOf(call)),
                Probe("Collection" + nameof(CollectionProbes.Passed)),
                .. above.Select(a => _il.Create(OpCodes.Ldloc, a)),
            ],
            []);
    }

    private MethodReference Inflated(System.Reflection.MethodInfo standIn, MethodReference call)
    {
        var reference = _context.Import(standIn);
        if (standIn.DeclaringType!.IsGenericTypeDefinition && call.DeclaringType is GenericInstanceType declaring)
        {
            var owner = new GenericInstanceType(reference.DeclaringType.GetElementType());
            foreach (var argument in declaring.GenericArguments)
            {
                owner.GenericArguments.Add(argument);
            }

            var inflated = new MethodReference(reference.Name, reference.ReturnType, owner) { HasThis = false };
            foreach (var parameter in reference.Parameters)
            {
                inflated.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
            }

            foreach (var parameter in reference.GenericParameters)
            {
                inflated.GenericParameters.Add(new GenericParameter(parameter.Name, inflated));
            }

            reference = inflated;
        }

        if (call is GenericInstanceMethod generic)
        {
            var instance = new GenericInstanceMethod(reference);
            foreach (var argument in generic.GenericArguments)
            {
                instance.GenericArguments.Add(argument);
            }

            reference = instance;
        }

        return reference;
    }

    // --- blocks --------------------------------------------------------------------------------------------------

    private void WeaveHandlers()
    {
        foreach (var handler in _body.ExceptionHandlers.ToArray())
        {
            if (handler.HandlerType == ExceptionHandlerType.Filter)
            {
                WeaveFilter(handler);
            }
            else if (handler.HandlerType == ExceptionHandlerType.Catch)
            {
                MakeFilter(handler);
            }
            else
            {
                LeaveOutAtEnd(handler);
            }
        }
    }

    /// <summary>
    /// At the end of a run nothing is cleaned up: what the blocks would do is seen by nobody, and might never end.
    /// </summary>
    private void LeaveOutAtEnd(ExceptionHandler handler)
    {
        var end = _il.Create(OpCodes.Endfinally);
        if (handler.HandlerEnd is { } next)
        {
            _il.InsertBefore(next, end);
        }
        else
        {
            _il.Append(end);
        }

        Prepend(handler.HandlerStart, [Probe(nameof(Probes.IsOver)), _il.Create(OpCodes.Brtrue, end)]);
    }

    /// <summary>
    /// The end of a run passes all handlers by. A handler that let itself be entered, and threw again, would do so at
    /// every level of a deep recursion, each on top of the one before: that takes more stack than there is.
    /// </summary>
    private void MakeFilter(ExceptionHandler handler)
    {
        var handles = _il.Create(OpCodes.Isinst, handler.CatchType);
        var body = handler.HandlerStart;
        // what comes before stays before; what jumps or points to the handler's start stays there, but for ends of blocks
        _il.InsertBefore(body, handles);
        _il.InsertBefore(body, Probe(nameof(Probes.MayCatch)));
        _il.InsertBefore(body, _il.Create(OpCodes.Endfilter));
        foreach (var other in _body.ExceptionHandlers)
        {
            other.TryEnd = other.TryEnd == body ? handles : other.TryEnd;
            other.HandlerEnd = other.HandlerEnd == body ? handles : other.HandlerEnd;
        }

        handler.HandlerType = ExceptionHandlerType.Filter;
        handler.FilterStart = handles;
        handler.CatchType = null;
    }

    private void WeaveFilter(ExceptionHandler handler)
    {
        var end = handler.HandlerStart.Previous;
        if (end.OpCode.Code != Code.Endfilter)
        {
            return;
        }

        var no = _il.Create(OpCodes.Pop);
        _il.InsertBefore(end, _il.Create(OpCodes.Br, end));
        _il.InsertBefore(end, no);
        _il.InsertBefore(end, _il.Create(OpCodes.Ldc_I4_0));
        Prepend(handler.FilterStart, [_il.Create(OpCodes.Dup), Probe(nameof(Probes.MayCatch)), _il.Create(OpCodes.Brfalse, no)]);
    }

    private void WeaveLoops(Dictionary<Instruction, (string?, int)> lines)
    {
        var turnsType = _context.Module.ImportReference(typeof(LoopTurns));
        var turns = _loops.ConvertAll(_ => new VariableDefinition(turnsType));
        turns.ForEach(_body.Variables.Add);
        for (var i = 0; i < _loops.Count; i++)
        {
            var loop = _loops[i];
            (_file, _line) = lines[loop.Head];
            List<Instruction> hook =
            [
                _il.Create(OpCodes.Ldloc, turns[i]),
                Number(SiteOf((FieldReference?)null)),
                _il.Create(OpCodes.Call, _context.Import(typeof(LoopTurns).GetMethod(nameof(LoopTurns.Turn))!)),
            ];
            if (loop.IsWatchable)
            {
                foreach (var local in loop.Locals)
                {
                    var report = new GenericInstanceMethod(_context.Import(typeof(LoopTurns).GetMethod(nameof(LoopTurns.Local))!));
                    report.GenericArguments.Add(local.VariableType);
                    hook.AddRange([_il.Create(OpCodes.Dup), _il.Create(OpCodes.Ldloc, local), _il.Create(OpCodes.Call, report)]);
                }

                hook.Add(_il.Create(OpCodes.Dup));
                hook.Add(_il.Create(OpCodes.Call, _context.Import(typeof(LoopTurns).GetMethod(nameof(LoopTurns.Decide))!)));
            }

            hook.Add(_il.Create(OpCodes.Stloc, turns[i]));
            for (var inner = 0; inner < _loops.Count; inner++)
            {
                // a loop inside begins anew with every turn of the one around it
                if (inner != i && _loops[inner].First >= loop.First && _loops[inner].Last <= loop.Last)
                {
                    hook.Add(_il.Create(OpCodes.Ldnull));
                    hook.Add(_il.Create(OpCodes.Stloc, turns[inner]));
                }
            }

            Prepend(loop.Head, hook);
        }
    }

    // --- rewriting -----------------------------------------------------------------------------------------------

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
        });

    private int SiteOf(MethodReference call) => SiteTable.Shared.Add(new Site(null, _file, _line, _member, call.Name));

    // --- types ---------------------------------------------------------------------------------------------------

    private static TypeReference FieldType(FieldReference reference) => Inflate(reference.FieldType, reference.DeclaringType, null);

    private static TypeReference Inflate(TypeReference type, MethodReference call) =>
        Inflate(type, call.DeclaringType, call as GenericInstanceMethod);

    private static TypeReference Inflate(TypeReference type, TypeReference declaring, GenericInstanceMethod? method)
    {
        switch (type)
        {
            case GenericParameter { Type: GenericParameterType.Type } parameter when declaring is GenericInstanceType instance:
                return instance.GenericArguments[parameter.Position];
            case GenericParameter { Type: GenericParameterType.Method } parameter when method is not null:
                return method.GenericArguments[parameter.Position];
            case ByReferenceType reference:
                return new ByReferenceType(Inflate(reference.ElementType, declaring, method));
            case ArrayType array:
                return new ArrayType(Inflate(array.ElementType, declaring, method), array.Rank);
            case RequiredModifierType modified:
                return Inflate(modified.ElementType, declaring, method);
            case OptionalModifierType modified:
                return Inflate(modified.ElementType, declaring, method);
            case GenericInstanceType generic:
                var inflated = new GenericInstanceType(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                {
                    inflated.GenericArguments.Add(Inflate(argument, declaring, method));
                }

                return inflated;
            default:
                return type;
        }
    }

    /// <summary>A struct whose size only the runtime knows.</summary>
    private static bool MayBeWide(TypeReference type) =>
        type.IsValueType && !type.IsPrimitive && type is not GenericParameter and not TypeDefinition { IsEnum: true };

    private static bool CanBeArgument(TypeReference type) =>
        !type.IsByReference && !type.IsPointer && !type.IsFunctionPointer
        && type.GetElementType().FullName is not ("System.Span`1" or "System.ReadOnlySpan`1" or "System.Threading.Lock/Scope");

    /// <summary>What the compiler keeps for itself: cached lambdas, and the inner state of async methods.</summary>
    private static bool IsNoise(FieldReference reference) =>
        reference.Name.StartsWith("<>", StringComparison.Ordinal) && reference.Name.Contains('_', StringComparison.Ordinal)
            && !reference.Name.StartsWith("<>3__", StringComparison.Ordinal)
        || (reference.DeclaringType.GetElementType() is TypeDefinition { HasInterfaces: true } type
            && type.Interfaces.Any(i => i.InterfaceType.Name == "IAsyncStateMachine"))
        || (reference.DeclaringType.GetElementType() is TypeDefinition { HasCustomAttributes: true } attributed
            && attributed.CustomAttributes.Any(a => a.AttributeType.Name == "IsByRefLikeAttribute"));

    private bool IsOwnConstructor(FieldDefinition field) => _method.IsConstructor && field.DeclaringType == _method.DeclaringType;

    private static bool IsNativeIndex(Instruction? previous) =>
        previous?.OpCode.Code is Code.Conv_I or Code.Conv_U or Code.Conv_Ovf_I or Code.Conv_Ovf_U or Code.Conv_Ovf_I_Un;

    private (TypeReference Type, bool Writes)? ElementAccess(Code code, object? operand)
    {
        var types = _context.Module.TypeSystem;
        return code switch
        {
            Code.Ldelem_I1 => (types.SByte, false),
            Code.Ldelem_U1 => (types.Byte, false),
            Code.Ldelem_I2 => (types.Int16, false),
            Code.Ldelem_U2 => (types.UInt16, false),
            Code.Ldelem_I4 => (types.Int32, false),
            Code.Ldelem_U4 => (types.UInt32, false),
            Code.Ldelem_I8 => (types.Int64, false),
            Code.Ldelem_R4 => (types.Single, false),
            Code.Ldelem_R8 => (types.Double, false),
            Code.Ldelem_I => (types.IntPtr, false),
            Code.Ldelem_Ref => (types.Object, false),
            Code.Ldelem_Any => ((TypeReference)operand!, false),
            Code.Stelem_I1 => (types.SByte, true),
            Code.Stelem_I2 => (types.Int16, true),
            Code.Stelem_I4 => (types.Int32, true),
            Code.Stelem_I8 => (types.Int64, true),
            Code.Stelem_R4 => (types.Single, true),
            Code.Stelem_R8 => (types.Double, true),
            Code.Stelem_I => (types.IntPtr, true),
            Code.Stelem_Ref => (types.Object, true),
            Code.Stelem_Any => ((TypeReference)operand!, true),
            _ => null,
        };
    }

    private (TypeReference Type, bool Writes)? Dereference(Code code, object? operand)
    {
        var types = _context.Module.TypeSystem;
        return code switch
        {
            Code.Ldind_I1 => (types.SByte, false),
            Code.Ldind_U1 => (types.Byte, false),
            Code.Ldind_I2 => (types.Int16, false),
            Code.Ldind_U2 => (types.UInt16, false),
            Code.Ldind_I4 => (types.Int32, false),
            Code.Ldind_U4 => (types.UInt32, false),
            Code.Ldind_I8 => (types.Int64, false),
            Code.Ldind_R4 => (types.Single, false),
            Code.Ldind_R8 => (types.Double, false),
            Code.Ldind_I => (types.IntPtr, false),
            Code.Ldind_Ref => (types.Object, false),
            Code.Ldobj => ((TypeReference)operand!, false),
            Code.Stind_I1 => (types.SByte, true),
            Code.Stind_I2 => (types.Int16, true),
            Code.Stind_I4 => (types.Int32, true),
            Code.Stind_I8 => (types.Int64, true),
            Code.Stind_R4 => (types.Single, true),
            Code.Stind_R8 => (types.Double, true),
            Code.Stind_I => (types.IntPtr, true),
            Code.Stind_Ref => (types.Object, true),
            Code.Stobj => ((TypeReference)operand!, true),
            _ => null,
        };
    }

    // --- names ---------------------------------------------------------------------------------------------------

    private static string Member(MethodDefinition method)
    {
        var type = method.DeclaringType;
        var name = method.Name;
        while (type.DeclaringType is not null && type.Name.StartsWith('<'))
        {
            // MoveNext of <Cook>d__3 is Cook; a lambda's method is named after the one around it
            if (name == "MoveNext")
            {
                name = type.Name;
            }

            type = type.DeclaringType;
        }

        return $"{Plain(type.Name)}.{Plain(name)}";
    }

    private static string Plain(string name)
    {
        if (name.StartsWith('<') && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end)
        {
            name = name[1..end];
        }

        var tick = name.IndexOf('`', StringComparison.Ordinal);
        name = tick < 0 ? name : name[..tick];
        return name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name[4..] : name;
    }
}
