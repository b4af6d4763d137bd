using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <content>Calls of what is followed, of what is not, and of collections.</content>
internal sealed partial class MethodWeaver
{
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

        if (_context.Definition(type) is { } own)
        {
            if (Statics.BeforeCall(call, _context) is { } begin && own != _method.DeclaringType)
            {
                Replace(at, prefix, [_il.Create(OpCodes.Call, begin)], []);
            }

            return;
        }

        var isForeign = IsForeign(at, call, typeName);
        (at, prefix) = Lend(at, prefix, call);
        if (Followed.StandIn(Signature.Of(call)) is { } standIn && !IsCollectionLiteral(at))
        {
            if (call.Name == ".ctor" && at.OpCode.Code == Code.Call && !call.DeclaringType.IsValueType)
            {
                // what is made is of a type of the learner's own
                Refuse(at, call, "a field that holds one", isInLive: false);
                return;
            }

            at.Operand = Inflated(at.OpCode.Code == Code.Call ? OfBase(standIn) : standIn, call);
            at.OpCode = OpCodes.Call;
            at = Prepend(at, [Number(SiteOf(call))]);
            Bracket(at, call);
            return;
        }

        if (Unwelcome.InsteadOf(call) is { } other)
        {
            Bracket(Refuse(at, call, other, Unwelcome.IsInLive(call)), call);
            return;
        }

        if (Followed.NeedsFollowing(typeName, call.Name) && !IsCollectionLiteral(at))
        {
            Bracket(Refuse(at, call, Followed.Instead(typeName), isInLive: false), call);
            return;
        }

        at = TellOfStreams(at, call);
        if (Streams.Is(typeName) && call.HasThis && at.OpCode.Code != Code.Newobj
            && Streams.UseOf(call.Name) is not CollectionUse.None and var streaming)
        {
            UseCollection(at, null, call, streaming);
            return;
        }

        if (Collections.IsCollection(typeName) && call.HasThis && at.OpCode.Code != Code.Newobj
            && Collections.UseOf(typeName, call.Name) is not CollectionUse.None and var use)
        {
            UseCollection(at, null, call, use);
            return;
        }

        if (call.Name == nameof(System.Collections.IEnumerator.MoveNext) && Collections.IsEnumerator(typeName))
        {
            UseCollection(at, null, call, CollectionUse.Read, call.DeclaringType);
            return;
        }

        if (GoesThroughCollections(typeName))
        {
            at = PassCollections(at, call);
        }

        at = LendArrays(TrackArray(at, call), call);
        if (isForeign)
        {
            at = Prepend(at, UseOfForeign(call, nameof(ForeignProbes.UseForeign)));
        }
        else if (Outside.MayChange(call) && !(call.HasThis && call.DeclaringType.IsValueType && IsKnownToLook(call, call.DeclaringType)))
        {
            at = Prepend(at, [Probe(nameof(Probes.Outside))]);
        }

        if (at.OpCode.Code == Code.Callvirt && Foreign.IsInterface(typeName))
        {
            at = Prepend(at, UseOfForeign(call, nameof(ForeignProbes.UseBehind)));
        }

        Bracket(at, call);
    }

    /// <summary>The compiler fills a new list by way of a span over it, before anybody else can have it.</summary>
    private bool IsCollectionLiteral(Instruction at)
    {
        if (at.Operand is not MethodReference { Name: "SetCount" or "AsSpan", DeclaringType.Name: "CollectionsMarshal" } call)
        {
            return false;
        }

        var isFirst = call.Name == "SetCount";
        for (var other = isFirst ? at.Next : at.Previous; other is not null; other = isFirst ? other.Next : other.Previous)
        {
            if (other.OpCode.FlowControl == FlowControl.Call)
            {
                return other.Operand is MethodReference { DeclaringType.Name: "CollectionsMarshal" } pair && pair.Name != call.Name;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a call uses an object of .NET that nobody follows. What is no virtual call is made on a struct; or on the
    /// object itself, by a class of the learner's that derives from one of .NET.
    /// </summary>
    private bool IsForeign(Instruction at, MethodReference call, string type) =>
        Foreign.IsUse(call, type)
        && (at.OpCode.Code == Code.Callvirt
            || (at.OpCode.Code == Code.Call && _method.DeclaringType is { IsValueType: false, BaseType: { FullName: not "System.Object" } }
                && !_shapes.IsReference(at, call.Parameters.Count)));

    /// <summary>Before the call, what is behind its arguments is told of it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="probe">What is told.</param>
    /// <param name="constrained">The type parameter whose place is told instead; null where there is an object.</param>
    private List<Instruction> UseOfForeign(MethodReference call, string probe, TypeReference? constrained = null)
    {
        var arguments = call.Parameters.Select(p => Scratch(Inflate(p.ParameterType, call), p.Index)).ToList();
        return
        [
            .. Enumerable.Reverse(arguments).Select(a => _il.Create(OpCodes.Stloc, a)),
            _il.Create(OpCodes.Dup),
            .. constrained is null ? [] : new[] { _il.Create(OpCodes.Ldobj, constrained), _il.Create(OpCodes.Box, constrained) },
            _il.Create(OpCodes.Ldstr, call.Name),
            Number(SiteOf(call)),
            Probe(probe),
            .. arguments.Select(a => _il.Create(OpCodes.Ldloc, a)),
        ];
    }

    /// <summary>Whoever is given a stream, a reader or a writer uses it as well; who is made of one will use it whenever it is used itself.</summary>
    private Instruction TellOfStreams(Instruction at, MethodReference call)
    {
        var isMade = call.Name == ".ctor";
        if (!call.Parameters.Any(p => Streams.Is(p.ParameterType.FullName)) || (isMade && call.DeclaringType.IsValueType))
        {
            return at;
        }

        var arguments = call.Parameters.Select(p => Scratch(Inflate(p.ParameterType, call), p.Index)).ToList();
        var streams = call.Parameters.Where(p => Streams.Is(p.ParameterType.FullName)).Select(p => arguments[p.Index]).ToList();
        if (isMade)
        {
            // what is no new object is this one, made by the constructor of what it derives from
            var made = at.OpCode.Code == Code.Newobj ? OpCodes.Dup : OpCodes.Ldarg_0;
            foreach (var told in streams.SelectMany(a => new[] { _il.Create(made), _il.Create(OpCodes.Ldloc, a), Probe(nameof(ForeignProbes.MadeOf)) }).Reverse())
            {
                _il.InsertAfter(at, told);
            }
        }

        return Prepend(
            at,
            [
                .. Enumerable.Reverse(arguments).Select(a => _il.Create(OpCodes.Stloc, a)),
                .. isMade ? [] : streams.SelectMany(a => new[]
                {
                    _il.Create(OpCodes.Ldloc, a),
                    _il.Create(OpCodes.Ldstr, $"{Plain(call.DeclaringType.GetElementType().Name)}.{Plain(call.Name)}"),
                    Number(SiteOf(call)),
                    Probe(nameof(ForeignProbes.UseGiven)),
                }),
                .. arguments.Select(a => _il.Create(OpCodes.Ldloc, a)),
            ]);
    }

    /// <summary>A virtual method that is called by <c>base</c> must not come back to the one that calls it.</summary>
    private static System.Reflection.MethodInfo OfBase(System.Reflection.MethodInfo standIn) =>
        standIn.DeclaringType == typeof(Primitives.Contexts) ? typeof(Primitives.BaseContexts).GetMethod(standIn.Name) ?? standIn : standIn;

    /// <summary>Round a call that may take long: in a live run that does not end, it is told who is in which.</summary>
    private void Bracket(Instruction at, MethodReference call)
    {
        if (MayTakeLong(call))
        {
            Replace(at, null, [Number(SiteOf(call)), Probe(nameof(Probes.Calls))], [Probe(nameof(Probes.Returned))]);
        }
    }

    private static bool MayTakeLong(MethodReference call)
    {
        var type = call.DeclaringType.GetElementType();
        return call.Name is not (".ctor" or "Dispose") && !call.Name.StartsWith("get_", StringComparison.Ordinal)
            && !call.Name.StartsWith("set_", StringComparison.Ordinal) && (call.Name == "GetResult" || type.Namespace switch
            {
                "System.Threading" => type.Name is not ("Interlocked" or "Volatile" or "CancellationToken" or "ThreadPool"),
                "System.Threading.Tasks" => call.Name.StartsWith("Wait", StringComparison.Ordinal) || type.Name == "Parallel",
                "System.Threading.Channels" => false,
                "System.IO" => type.Name is not ("Path" or "StringWriter" or "StringReader"),
                "System.Diagnostics" => type.Name == "Process",
                "System.Collections.Concurrent" => type.Name == "BlockingCollection`1",
                "Sensei" => type.Name == nameof(Child),
                var space => space.StartsWith("System.Net", StringComparison.Ordinal),
            });
    }

    /// <summary>The koan ends where it would make the call.</summary>
    private Instruction Refuse(Instruction at, MethodReference call, string instead, bool isInLive)
    {
        var type = Plain(call.DeclaringType.GetElementType().Name);
        var api = type == "Binder" ? "dynamic" : call.Name == ".ctor" ? type : $"{type}.{Plain(call.Name)}";
        return Prepend(
            at,
            [
                _il.Create(OpCodes.Ldstr, api),
                _il.Create(OpCodes.Ldstr, instead),
                Number(SiteOf(call)),
                Probe(isInLive ? nameof(Probes.NotWelcome) : nameof(Probes.NotFollowed)),
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
        if (_context.Definition(type) is not null || target.DeclaringType.IsValueType || !(NeedsWeaving(target) || IsForeignGroup(at, target)))
        {
            return;
        }

        var caller = Callers.Make(target, Inflated(target), _method);
        new MethodWeaver(caller, _context) { _file = _file, _line = _line }.Weave();
        if (at.OpCode.Code == Code.Ldvirtftn)
        {
            // the receiver was pushed once more to look up the method; the static caller needs no looking up
            Prepend(at, [_il.Create(OpCodes.Pop)]);
            at = at.Next;
        }

        (at.OpCode, at.Operand) = (OpCodes.Ldftn, Callers.From(_method, caller));
    }

    private static bool NeedsWeaving(MethodReference target) =>
        Followed.StandIn(Signature.Of(target)) is not null
        || Followed.NeedsFollowing(target.DeclaringType.GetElementType().FullName, target.Name)
        || Streams.Is(target.DeclaringType.GetElementType().FullName)
        || Collections.IsCollection(target.DeclaringType.GetElementType().FullName);

    /// <summary>The method group of an object; a struct's is made of one that is put into a box for it.</summary>
    private static bool IsForeignGroup(Instruction at, MethodReference target) =>
        Foreign.IsUse(target, target.DeclaringType.GetElementType().FullName) && at.Previous?.OpCode.Code != Code.Box;

    private static (TypeReference Returns, List<TypeReference> Parameters) Inflated(MethodReference target) =>
        (Inflate(target.ReturnType, target), target.Parameters.Select(p => Inflate(p.ParameterType, target)).ToList());

    /// <param name="at">The call.</param>
    /// <param name="prefix">What stands before it.</param>
    /// <param name="call">What is called.</param>
    /// <param name="use">What it does to the collection.</param>
    /// <param name="receiver">Where the receiver is a place, and not an object: what lies there.</param>
    private void UseCollection(Instruction at, Instruction? prefix, MethodReference call, CollectionUse use, TypeReference? receiver = null)
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

        foreach (var other in call.Parameters.Where(p => Collections.IsCollection(p.ParameterType)))
        {
            // AddRange and its like go through another collection, too
            before.Add(_il.Create(OpCodes.Ldloc, arguments[other.Index]));
            before.AddRange(Pass(call));
            before.Add(_il.Create(OpCodes.Stloc, arguments[other.Index]));
        }

        before.Add(_il.Create(OpCodes.Dup));
        if (receiver is not null)
        {
            before.AddRange([_il.Create(OpCodes.Ldobj, receiver), _il.Create(OpCodes.Box, receiver)]);
        }

        // the enumerator that a foreach has for itself is nobody else's
        before.Add(_il.Create(OpCodes.Ldstr, receiver is null or GenericParameter ? call.Name : "foreach"));
        before.Add(Number(SiteOf(call)));
        before.Add(Probe("Collection" + probe));
        before.AddRange(arguments.Select(a => _il.Create(OpCodes.Ldloc, a)));
        if (MayTakeLong(call))
        {
            Replace(at, null, [.. before, Number(SiteOf(call)), Probe(nameof(Probes.Calls))], [Probe(nameof(Probes.Returned))]);
            return;
        }

        List<Instruction> after = use == CollectionUse.Attempt
            ? [_il.Create(OpCodes.Dup), _il.Create(OpCodes.Ldstr, call.Name), Number(SiteOf(call)), Probe("CollectionAttempted")]
            : [];
        Replace(at, prefix, before, after);
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
}
