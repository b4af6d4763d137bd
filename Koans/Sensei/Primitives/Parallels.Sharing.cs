using Sensei.Running;

namespace Sensei.Primitives;

/// <content>How the turns of a loop are shared.</content>
public static partial class Parallels
{
    /// <summary>The most that help. Two are enough for every pair of turns to overlap, and for a third to come in between.</summary>
    internal const int MostHelpers = 2;

    private static readonly ParallelOptions s_anyhow = new();

    private static ParallelLoopResult Share(long turns, ParallelOptions options, Action<long, ParallelLoopState> turn, int site) =>
        Share(
            turns,
            options,
            () => 0,
            (i, state, none) =>
            {
                turn(i, state);
                return none;
            },
            _ => { },
            site);

    private static ParallelLoopResult Share<TLocal>(
        long turns, ParallelOptions options, Func<TLocal> begin, Func<long, ParallelLoopState, TLocal, TLocal> turn, Action<TLocal> end, int site)
    {
        var me = Strand.Current!;
        Cancelling.Check(me, options.CancellationToken, site);
        if (turns <= 0)
        {
            return LoopResults.Completed;
        }

        Schedulers.ContextOf(me, options.TaskScheduler, site);
        var loop = new SharedLoop(me.Run.NewLocation(LocationKey.State, null), turns, options.CancellationToken, site);
        var most = options.MaxDegreeOfParallelism < 0 ? MostHelpers : Math.Min(MostHelpers, options.MaxDegreeOfParallelism - 1);
        me.Step(new Operation(site, loop.Location, Access.Write));
        for (var i = 0; i < Math.Min(turns - 1, most); i++)
        {
            var helper = Jobs.Start(me, () => loop.Work(begin, turn, end), null, site);
            helper.IsOptional = true;
            helper.FallbackName = $"helper {i + 1}";
        }

        loop.Work(begin, turn, end);
        return loop.AwaitOthers(me);
    }
}
