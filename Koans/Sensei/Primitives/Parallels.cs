using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="Parallel"/>. The caller works; others may come and help, and nothing promises that they do. So a loop whose
/// turns wait for each other can hang, and one whose turns touch the same things can race.
/// </summary>
[Follows(typeof(Parallel))]
public static class Parallels
{
    /// <summary>The most that help. Two are enough for every pair of turns to overlap, and for a third to come in between.</summary>
    private const int MostHelpers = 2;

    /// <summary>Follows <see cref="Parallel.For(int, int, Action{int})"/>.</summary>
    public static ParallelLoopResult For(int fromInclusive, int toExclusive, Action<int> body, int site) =>
        For(fromInclusive, toExclusive, new ParallelOptions(), body, site);

    /// <summary>Follows <see cref="Parallel.For(int, int, ParallelOptions, Action{int})"/>.</summary>
    public static ParallelLoopResult For(
        int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int> body, int site) =>
        Share(toExclusive - fromInclusive, parallelOptions, () => 0, (i, none) => Then(() => body(fromInclusive + i), none), _ => { }, site);

    /// <summary>Follows <see cref="Parallel.For{TLocal}(int, int, Func{TLocal}, Func{int, ParallelLoopState, TLocal, TLocal}, Action{TLocal})"/>; the loop's state is not there.</summary>
    public static ParallelLoopResult For<TLocal>(
        int fromInclusive,
        int toExclusive,
        Func<TLocal> localInit,
        Func<int, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally,
        int site) =>
        Share(toExclusive - fromInclusive, new ParallelOptions(), localInit, (i, local) => body(fromInclusive + i, null!, local), localFinally, site);

    /// <summary>Follows <see cref="Parallel.ForEach{TSource}(IEnumerable{TSource}, Action{TSource})"/>.</summary>
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, Action<TSource> body, int site) =>
        ForEach(source, new ParallelOptions(), body, site);

    /// <summary>Follows <see cref="Parallel.ForEach{TSource}(IEnumerable{TSource}, ParallelOptions, Action{TSource})"/>.</summary>
    public static ParallelLoopResult ForEach<TSource>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource> body, int site)
    {
        var items = source.ToList();
        return Share(items.Count, parallelOptions, () => 0, (i, none) => Then(() => body(items[i]), none), _ => { }, site);
    }

    /// <summary>Follows <see cref="Parallel.Invoke(Action[])"/>.</summary>
    public static void Invoke(Action[] actions, int site) =>
        Share(actions.Length, new ParallelOptions(), () => 0, (i, none) => Then(actions[i], none), _ => { }, site);

    private static int Then(Action turn, int none)
    {
        turn();
        return none;
    }

    private static ParallelLoopResult Share<TLocal>(
        int turns, ParallelOptions options, Func<TLocal> begin, Func<int, TLocal, TLocal> turn, Action<TLocal> end, int site)
    {
        if (Strand.Current is not { } me)
        {
            return Parallel.For(0, turns, options, begin, (i, _, local) => turn(i, local), end);
        }

        var loop = new SharedLoop(me.Run.NewLocation(LocationKey.State, null), turns, site);
        var helpers = Math.Min(Math.Min(turns - 1, MostHelpers), options.MaxDegreeOfParallelism < 0 ? MostHelpers : options.MaxDegreeOfParallelism - 1);
        me.Step(new Operation(site, loop.Location, Access.Write));
        for (var i = 0; i < helpers; i++)
        {
            var helper = Jobs.Start(me, () => loop.Work(begin, turn, end), null, site);
            helper.IsOptional = true;
            helper.FallbackName = $"helper {i + 1}";
        }

        loop.Work(begin, turn, end);
        loop.AwaitOthers(me);
        return Parallel.For(0, 0, _ => { });
    }

    /// <summary>The turns of a loop that are left, and who is at one.</summary>
    private sealed class SharedLoop(Location location, int turns, int site) : IGate
    {
        private readonly List<Exception> _errors = [];
        private int _next;
        private int _busy;

        internal Location Location { get; } = location;

        public bool IsOpen(Strand strand) => _busy == 0;

        public Waiting Describe(Strand strand) => new(WaitsFor.Signal, null, []);

        internal void Work<TLocal>(Func<TLocal> begin, Func<int, TLocal, TLocal> turn, Action<TLocal> end)
        {
            var me = Strand.Current!;
            if (!TryTake(me, out var index))
            {
                return;
            }

            _busy++;
            try
            {
                var local = begin();
                do
                {
                    local = turn(index, local);
                }
                while (TryTake(me, out index));
                end(local);
            }
            catch (Exception error) when (error is not RunAbandoned)
            {
                // the others finish their turns and take no more
                _errors.Add(error);
                _next = turns;
            }

            me.Step(new Operation(site, Location, Access.Write));
            _busy--;
        }

        internal void AwaitOthers(Strand me)
        {
            me.Step(new Operation(site, Location, Access.Read, this));
            if (_errors.Count > 0)
            {
                throw new AggregateException(_errors);
            }
        }

        private bool TryTake(Strand me, out int index)
        {
            me.Step(new Operation(site, Location, Access.Write));
            index = _next;
            return _next++ < turns;
        }
    }
}
