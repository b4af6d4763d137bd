using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary>
/// A loop with <c>await Task.Yield()</c> leaves its method at every turn. What its locals are is kept in the method's own
/// object, so that a turn which only looks can be told there from one that works.
/// </summary>
internal static class Yields
{
    private static readonly ConcurrentDictionary<Type, FieldInfo?> s_machines = new();
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> s_locals = new();

    /// <summary>The method comes to an await that only lets others go first.</summary>
    internal static void Turn(Strand me, Action continuation, int site)
    {
        if (continuation.Target is not Task method || me.Carries != method)
        {
            return;
        }

        var state = TaskState.Of(me.Run, method);
        var turns = state.Turns is { } known && known.Site == site && known.Turns?.IsOf(me) == true ? known.Turns : null;
        turns = LoopTurns.Turn(turns, site);
        state.Turns = (site, turns);
        var machine = s_machines.GetOrAdd(method.GetType(), static t => t.GetField("StateMachine"))?.GetValue(method);
        if (machine is null)
        {
            return;
        }

        foreach (var local in s_locals.GetOrAdd(machine.GetType(), Locals))
        {
            LoopTurns.Value(turns, local.GetValue(machine));
        }

        LoopTurns.Decide(turns);
    }

    /// <summary>What the method keeps over an await, but for what belongs to the await.</summary>
    private static FieldInfo[] Locals(Type machine) =>
    [
        .. machine.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => !field.Name.StartsWith("<>u__", StringComparison.Ordinal) && !field.Name.StartsWith("<>t__", StringComparison.Ordinal)),
    ];
}
