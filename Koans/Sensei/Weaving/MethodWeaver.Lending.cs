using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <content>Calls of .NET that read or write a place in memory themselves: see <see cref="Loans"/>.</content>
internal sealed partial class MethodWeaver
{
    private const int LoanScratch = 1000, PlaceScratch = 2000, Receiver = 999;

    /// <summary>Has a call of .NET get copies of the places that it would read or write.</summary>
    /// <param name="at">The call.</param>
    /// <param name="prefix">What stands before it.</param>
    /// <param name="call">What is called.</param>
    /// <param name="constrained">The type that a call of an interface's member is made on where it lies.</param>
    /// <returns>The instruction that is the call now, and the one before it.</returns>
    private (Instruction At, Instruction? Prefix) Lend(
        Instruction at, Instruction? prefix, MethodReference call, TypeReference? constrained = null)
    {
        var first = prefix ?? at;
        var passings = _context.Definition(call.DeclaringType) is null
            ? Passings(call, at.OpCode.Code == Code.Newobj)
            : new Passing[call.Parameters.Count];
        var lent = call.Parameters.Where(p => passings[p.Index] != Passing.Value && !_shapes.IsLocal(first, call.Parameters.Count - 1 - p.Index)).ToList();
        var receiver = ReceiverToLend(at, first, call, constrained);
        if (lent.Count == 0 && receiver is null)
        {
            return (at, prefix);
        }

        var site = SiteOf(call);
        var isOwn = Scratch(_context.Module.TypeSystem.Boolean, Receiver);
        var above = receiver is null ? call.Parameters.Where(p => p.Index >= MayBeOwn(at, call, constrained, lent)) : call.Parameters;
        var arguments = above.ToDictionary(p => p, p => Scratch(Inflate(p.ParameterType, call), PlaceScratch + p.Index));
        var before = new List<Instruction>(arguments.Reverse().Select(a => _il.Create(OpCodes.Stloc, a.Value)));
        var after = new List<Instruction>();
        if (lent.Count > 0)
        {
            before.AddRange(AskWhose(at, call, constrained));
            before.Add(_il.Create(OpCodes.Stloc, isOwn));
        }

        if (receiver is not null)
        {
            var isNever = _il.Create(OpCodes.Ldc_I4_0);
            var place = Scratch(new ByReferenceType(receiver), PlaceScratch + Receiver);
            before.AddRange([_il.Create(OpCodes.Stloc, place)]);
            before.AddRange(Give(place, receiver, nameof(Loans.LendReceiver), Receiver, isNever, site));
            if (!IsKnownToLook(call, constrained ?? call.DeclaringType))
            {
                after.AddRange(TakeBack(place, receiver, Receiver, site));
            }
        }

        foreach (var (parameter, argument) in arguments)
        {
            if (!lent.Contains(parameter))
            {
                before.Add(_il.Create(OpCodes.Ldloc, argument));
                continue;
            }

            var type = ((ByReferenceType)argument.VariableType).ElementType;
            var passing = passings[parameter.Index];
            var lend = passing == Passing.Out ? nameof(Loans.LendToFill) : nameof(Loans.Lend);
            before.AddRange(Give(argument, type, lend, parameter.Index, _il.Create(OpCodes.Ldloc, isOwn), site));
            if (passing != Passing.In)
            {
                after.AddRange(TakeBack(argument, type, parameter.Index, site));
            }
        }

        var last = at;
        foreach (var instruction in after)
        {
            _il.InsertAfter(last, instruction);
            last = instruction;
        }

        var moved = Prepend(first, before);
        return prefix is null ? (moved, null) : (at, moved);
    }

    /// <summary>From which argument on the stack has to be laid aside: all of it, where the receiver is asked who it is.</summary>
    private static int MayBeOwn(Instruction at, MethodReference call, TypeReference? constrained, List<ParameterDefinition> lent) =>
        call.HasThis && at.OpCode.Code != Code.Newobj && (constrained is not null || !call.DeclaringType.IsValueType) ? 0 : lent[0].Index;

    /// <summary>The receiver lies on the stack: whether what is called belongs to the learner.</summary>
    private List<Instruction> AskWhose(Instruction at, MethodReference call, TypeReference? constrained)
    {
        if (!call.HasThis || at.OpCode.Code == Code.Newobj || (constrained is null && call.DeclaringType.IsValueType))
        {
            return [_il.Create(OpCodes.Ldc_I4_0)];
        }

        return
        [
            _il.Create(OpCodes.Dup),
            _il.Create(OpCodes.Ldstr, call.Name),
            constrained is null ? Probe(nameof(Loans.IsOwn)) : Probe(nameof(Loans.IsOwnOf), constrained),
        ];
    }

    private List<Instruction> Give(VariableDefinition place, TypeReference type, string lend, int number, Instruction isOwn, int site) =>
    [
        _il.Create(OpCodes.Ldloc, place),
        _il.Create(OpCodes.Ldloca, Loan(type, number)),
        isOwn,
        Number(site),
        Probe(lend, type),
    ];

    private List<Instruction> TakeBack(VariableDefinition place, TypeReference type, int number, int site) =>
    [
        _il.Create(OpCodes.Ldloc, place),
        _il.Create(OpCodes.Ldloca, Loan(type, number)),
        Number(site),
        Probe(nameof(Loans.TakeBack), type),
    ];

    private VariableDefinition Loan(TypeReference type, int number)
    {
        var loan = new GenericInstanceType(_context.Module.ImportReference(typeof(Loan<>)));
        loan.GenericArguments.Add(type);
        return Scratch(loan, LoanScratch + number);
    }

    /// <summary>What lies where a method is called on it; null where there is nothing to lend.</summary>
    private TypeReference? ReceiverToLend(Instruction at, Instruction first, MethodReference call, TypeReference? constrained)
    {
        var type = constrained ?? call.DeclaringType;
        var above = call.Parameters.Count;
        return call.HasThis && at.OpCode.Code != Code.Newobj && call.Name != ".ctor"
            && (constrained is not null || type.IsValueType) && Places.CanLend(type, _context)
            && (_context.Definition(type) is null || type is GenericParameter)
            && !_shapes.IsLocal(first, above) && _shapes.IsReference(first, above)
            && !(_referredTo is { } field && above == 0 && IsNoise(field))
            && !Places.NeedsThePlace(call)
            ? type
            : null;
    }

    private static bool IsKnownToLook(MethodReference call, TypeReference type) =>
        call.Name.StartsWith("get_", StringComparison.Ordinal)
        || call.Name is "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "GetValueOrDefault" or "Deconstruct" or "HasFlag"
        || Places.IsReadOnly(type);

    private Passing[] Passings(MethodReference call, bool isNew)
    {
        var passings = Places.Of(call);
        for (var i = 0; i < passings.Length; i++)
        {
            if (passings[i] != Passing.Value
                && (!call.Parameters[i].ParameterType.IsByReference
                    || !Places.CanLend(((ByReferenceType)Inflate(call.Parameters[i].ParameterType, call)).ElementType, _context)
                    || (passings[i] != Passing.Out && (Places.NeedsThePlace(call) || isNew) && !Places.IsLockTaken(call, i))))
            {
                passings[i] = Passing.Value;
            }
        }

        return passings;
    }

    /// <summary>
    /// A call on what lies somewhere: of a struct's method by way of an interface, or of a type parameter, which may turn out
    /// to be anything.
    /// </summary>
    private void CallConstrained(Instruction at, Instruction prefix)
    {
        var call = (MethodReference)at.Operand;
        var type = (TypeReference)prefix.Operand;
        var own = new MethodReference(call.Name, call.ReturnType, type) { HasThis = true };
        if (call.Parameters.Count == 0 && type is not GenericParameter && Followed.StandIn(Signature.Of(own)) is { } direct)
        {
            // a using of a struct calls it through an interface, though it is known what will be called
            (prefix.OpCode, prefix.Operand) = (OpCodes.Nop, null);
            (at.OpCode, at.Operand) = (OpCodes.Call, Inflated(direct, own));
            Prepend(at, [Number(SiteOf(own))]);
            return;
        }

        var isOwn = _context.Definition(call.DeclaringType) is not null || (type is not GenericParameter && _context.Definition(type) is not null);
        (at, var before) = Lend(at, prefix, call, type);
        if (isOwn || type is not GenericParameter || !call.HasThis)
        {
            return;
        }

        var declaring = call.DeclaringType.GetElementType().FullName;
        if (call.Parameters.Count == 0 && Followed.StandIn(Signature.Of(call)) is { } standIn)
        {
            // an object is followed; a struct has a method of its own
            var followed = _il.Create(OpCodes.Ldobj, type);
            var end = _il.Create(OpCodes.Nop);
            Replace(
                at,
                before,
                [
                    _il.Create(OpCodes.Dup),
                    _il.Create(OpCodes.Ldobj, type),
                    _il.Create(OpCodes.Box, type),
                    Probe(nameof(Loans.IsObject)),
                    _il.Create(OpCodes.Brtrue, followed),
                ],
                [
                    _il.Create(OpCodes.Br, end),
                    followed,
                    _il.Create(OpCodes.Box, type),
                    Number(SiteOf(call)),
                    _il.Create(OpCodes.Call, Inflated(standIn, call)),
                    end,
                ]);
        }
        else if (Collections.IsCollection(declaring) && Collections.UseOf(declaring, call.Name) is not CollectionUse.None and var use)
        {
            UseCollection(at, before, call, use, type);
        }
        else if (Streams.Is(declaring) && Streams.UseOf(call.Name) is not CollectionUse.None and var streaming)
        {
            UseCollection(at, before, call, streaming, type);
        }
        else if (Foreign.Is(declaring) || Foreign.IsInterface(declaring))
        {
            Replace(at, before, UseOfForeign(call, nameof(ForeignProbes.UseBehind), type), []);
        }
    }
}
