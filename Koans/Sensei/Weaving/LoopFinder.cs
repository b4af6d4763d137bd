using Mono.Cecil.Cil;

namespace Sensei.Weaving;

/// <summary>A loop: where a turn begins, which locals it changes that the next turn reads, and the loops inside.</summary>
/// <param name="Head">The target of the jump back.</param>
/// <param name="Locals">The locals that tell one turn from the next.</param>
/// <param name="IsWatchable">False when something changes in it that cannot be looked at.</param>
/// <param name="First">The index of the head.</param>
/// <param name="Last">The index of the last jump back.</param>
internal sealed record Loop(Instruction Head, IReadOnlyList<VariableDefinition> Locals, bool IsWatchable, int First, int Last)
{
    /// <summary>The last jump back.</summary>
    internal required Instruction End { get; init; }
}

/// <summary>Finds the loops of a method by its backward jumps.</summary>
internal static class LoopFinder
{
    private const int MostLocals = 64;

    /// <summary>Locals of these types are made anew, or mean nothing, in every turn.</summary>
    private static readonly HashSet<string> s_scratch =
    [
        "System.Threading.SpinWait",
        "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler",
    ];

    /// <summary>The loops of a simplified body, in the order of their heads.</summary>
    internal static List<Loop> Find(MethodBody body, StackShapes shapes)
    {
        var instructions = body.Instructions;
        var index = new Dictionary<Instruction, int>(instructions.Count);
        for (var i = 0; i < instructions.Count; i++)
        {
            index[instructions[i]] = i;
        }

        var last = new SortedDictionary<int, int>();
        for (var i = 0; i < instructions.Count; i++)
        {
            foreach (var target in Targets(instructions[i]))
            {
                if (index[target] <= i)
                {
                    last[index[target]] = i;
                }
            }
        }

        if (last.Count == 0)
        {
            return [];
        }

        var live = Liveness(body, index);
        var loops = new List<Loop>();
        foreach (var (head, end) in last)
        {
            if (shapes.Depth(instructions[head]) == 0)
            {
                loops.Add(Make(body, live[head], head, end));
            }
        }

        return loops;
    }

    internal static IEnumerable<Instruction> Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };

    private static Loop Make(MethodBody body, ulong live, int head, int end)
    {
        var locals = new List<VariableDefinition>();
        var watchable = body.Variables.Count <= MostLocals;
        for (var i = head; i <= end; i++)
        {
            var instruction = body.Instructions[i];
            if (instruction.OpCode.Code == Code.Starg)
            {
                watchable = false;
            }

            if (instruction.OpCode.Code is not (Code.Stloc or Code.Ldloca) || instruction.Operand is not VariableDefinition local
                || locals.Contains(local) || local.Index >= MostLocals || (live >> local.Index & 1) == 0
                || s_scratch.Contains(local.VariableType.FullName))
            {
                continue;
            }

            if (local.VariableType.IsByReference || local.VariableType.IsPointer || IsByRefLike(local))
            {
                watchable = false;
                continue;
            }

            locals.Add(local);
        }

        return new Loop(body.Instructions[head], locals, watchable, head, end) { End = body.Instructions[end] };
    }

    private static bool IsByRefLike(VariableDefinition local)
    {
        var type = local.VariableType.GetElementType();
        if (type is Mono.Cecil.TypeDefinition definition)
        {
            return definition.CustomAttributes.Any(a => a.AttributeType.Name == "IsByRefLikeAttribute");
        }

        return local.VariableType.IsValueType
            && Type.GetType($"{type.FullName.Replace('/', '+')}, {type.Scope.Name}", throwOnError: false) is { IsByRefLike: true };
    }

    /// <summary>The locals whose value before each instruction may still be read, as bit sets.</summary>
    private static ulong[] Liveness(MethodBody body, Dictionary<Instruction, int> index)
    {
        var instructions = body.Instructions;
        var live = new ulong[instructions.Count + 1];
        var handlers = Handlers(body, index);
        bool changed;
        do
        {
            changed = false;
            for (var i = instructions.Count - 1; i >= 0; i--)
            {
                var instruction = instructions[i];
                var after = instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw
                    ? 0
                    : live[i + 1];
                foreach (var target in Targets(instruction))
                {
                    after |= live[index[target]];
                }

                if (instruction.Operand is VariableDefinition { Index: < MostLocals } local)
                {
                    var bit = 1UL << local.Index;
                    after = instruction.OpCode.Code == Code.Stloc ? after & ~bit : after | bit;
                }

                // an exception may come before the instruction does anything, and what is read then is alive, too
                foreach (var handler in handlers[i] ?? [])
                {
                    after |= live[handler];
                }

                changed |= live[i] != after;
                live[i] = after;
            }
        }
        while (changed);

        return live;
    }

    /// <summary>Where an exception takes each instruction: to the handlers and filters around it. Null: to none.</summary>
    private static List<int>?[] Handlers(MethodBody body, Dictionary<Instruction, int> index)
    {
        var handlers = new List<int>?[body.Instructions.Count];
        foreach (var handler in body.ExceptionHandlers)
        {
            for (var i = index[handler.TryStart]; i < index[handler.TryEnd]; i++)
            {
                var starts = handlers[i] ??= [];
                starts.Add(index[handler.HandlerStart]);
                if (handler.FilterStart is { } filter)
                {
                    starts.Add(index[filter]);
                }
            }
        }

        return handlers;
    }
}
