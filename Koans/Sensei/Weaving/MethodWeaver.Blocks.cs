using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <content>Catch blocks and loops.</content>
internal sealed partial class MethodWeaver
{
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
        _il.InsertBefore(body, Probe(EndsMethod(handler) ? nameof(Probes.MayEnd) : nameof(Probes.MayCatch)));
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

    /// <summary>The compiler's handler round the whole of an async method or iterator.</summary>
    private bool EndsMethod(ExceptionHandler handler)
    {
        for (var at = handler.HandlerStart; _method.Name == "MoveNext" && at is not null && at != handler.HandlerEnd; at = at.Next)
        {
            if (at.Operand is MethodReference { Name: "SetException", DeclaringType.Namespace: var space }
                && space is "System.Runtime.CompilerServices" or "System.Threading.Tasks.Sources" or "Sensei.Primitives")
            {
                return true;
            }
        }

        return false;
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

    /// <summary>In an async method, what would be a local elsewhere is a field.</summary>
    private List<FieldReference> NumbersKeptIn(Loop loop)
    {
        var kept = new Dictionary<string, FieldReference>();
        for (var at = loop.Head; at is not null; at = at.Next)
        {
            if (at.OpCode.Code == Code.Stfld && at.Operand is FieldReference field && IsNumberOfAsync(field))
            {
                kept[field.Name] = field;
            }

            if (at == loop.End)
            {
                break;
            }
        }

        return [.. kept.Values];
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

                foreach (var kept in NumbersKeptIn(loop))
                {
                    var report = new GenericInstanceMethod(_context.Import(typeof(LoopTurns).GetMethod(nameof(LoopTurns.Local))!));
                    report.GenericArguments.Add(kept.FieldType);
                    hook.AddRange([_il.Create(OpCodes.Dup), _il.Create(OpCodes.Ldarg, _body.ThisParameter), _il.Create(OpCodes.Ldfld, kept), _il.Create(OpCodes.Call, report)]);
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
}
