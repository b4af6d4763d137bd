using System.Runtime.CompilerServices;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="ParallelLoopState"/>: what a turn may ask of its loop. What stands behind it is a <see cref="SharedLoop"/>.</summary>
[Follows(typeof(ParallelLoopState))]
public static class LoopStates
{
    /// <summary>Follows <see cref="ParallelLoopState.Stop"/>: no turn is begun any more.</summary>
    public static void Stop(ParallelLoopState target, int site)
    {
        if (Find(target) is { } turn)
        {
            turn.Loop.End(Strand.Current!, null, site);
        }
        else
        {
            target.Stop();
        }
    }

    /// <summary>Follows <see cref="ParallelLoopState.Break"/>: no turn after this one is begun any more.</summary>
    public static void Break(ParallelLoopState target, int site)
    {
        if (Find(target) is { } turn)
        {
            turn.Loop.End(Strand.Current!, turn.Index, site);
        }
        else
        {
            target.Break();
        }
    }

    /// <summary>Follows <see cref="ParallelLoopState.IsStopped"/>.</summary>
    public static bool get_IsStopped(ParallelLoopState target, int site) => Look(target, site)?.Loop.IsStopped ?? target.IsStopped;

    /// <summary>Follows <see cref="ParallelLoopState.IsExceptional"/>.</summary>
    public static bool get_IsExceptional(ParallelLoopState target, int site) => Look(target, site)?.Loop.IsExceptional ?? target.IsExceptional;

    /// <summary>Follows <see cref="ParallelLoopState.LowestBreakIteration"/>.</summary>
    public static long? get_LowestBreakIteration(ParallelLoopState target, int site) =>
        Look(target, site) is { } turn ? turn.Loop.LowestBreak : target.LowestBreakIteration;

    /// <summary>Follows <see cref="ParallelLoopState.ShouldExitCurrentIteration"/>.</summary>
    public static bool get_ShouldExitCurrentIteration(ParallelLoopState target, int site) => Look(target, site) is { } turn
        ? turn.Loop.IsStopped || turn.Loop.IsExceptional || turn.Index > turn.Loop.LowestBreak
        : target.ShouldExitCurrentIteration;

    /// <summary>One for a thread that takes turns of a loop.</summary>
    internal static ParallelLoopState Make(Strand me, SharedLoop loop)
    {
        var state = (ParallelLoopState)RuntimeHelpers.GetUninitializedObject(typeof(ParallelLoopState));
        me.Run.LocationOf(state, LocationKey.State).Mirror = new Turn(loop);
        return state;
    }

    internal static Turn Of(Strand me, ParallelLoopState state) => (Turn)me.Run.LocationOf(state, LocationKey.State).Mirror!;

    private static Turn? Find(ParallelLoopState? state) =>
        state is not null && Strand.Current is { } me ? me.Run.LocationOf(state, LocationKey.State).Mirror as Turn : null;

    private static Turn? Look(ParallelLoopState state, int site)
    {
        var turn = Find(state);
        if (turn is not null)
        {
            Strand.Current!.Step(new Operation(site, turn.Loop.Location, Access.Read));
        }

        return turn;
    }

    /// <summary>Where a thread is in a loop.</summary>
    internal sealed class Turn(SharedLoop loop)
    {
        internal SharedLoop Loop => loop;

        internal long Index { get; set; }
    }
}
