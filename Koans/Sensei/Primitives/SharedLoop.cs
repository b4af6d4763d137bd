using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>The turns of a parallel loop that are left, who is at one, and what ends the loop early.</summary>
internal sealed class SharedLoop(Location location, long turns, CancellationToken token, int site) : IGate
{
    private readonly List<Exception> _errors = [];
    private long _next;
    private int _busy;

    internal Location Location { get; } = location;

    internal bool IsStopped { get; private set; }

    internal bool IsExceptional => _errors.Count > 0;

    /// <summary>The lowest turn that has called Break: those before it are still done, those after it are not begun.</summary>
    internal long? LowestBreak { get; private set; }

    /// <inheritdoc/>
    public bool IsOpen(Strand strand) => _busy == 0;

    /// <inheritdoc/>
    public Waiting Describe(Strand strand) => new(WaitsFor.Signal, null, []);

    /// <summary>Takes turns as long as there are some.</summary>
    internal void Work<TLocal>(Func<TLocal> begin, Func<long, ParallelLoopState, TLocal, TLocal> turn, Action<TLocal> end)
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
            var state = LoopStates.Make(me, this);
            do
            {
                LoopStates.Of(me, state).Index = index;
                local = turn(index, state, local);
            }
            while (TryTake(me, out index));
            end(local);
        }
        catch (Exception error) when (error is not RunAbandoned)
        {
            // the others finish their turns and take no more
            _errors.Add(error);
        }

        me.Step(new Operation(site, Location, Access.Write));
        _busy--;
    }

    /// <summary>Waits for those who are at a turn, and tells how the loop ended.</summary>
    internal ParallelLoopResult AwaitOthers(Strand me)
    {
        me.Step(new Operation(site, Location, Access.Read, this) { Second = Cancelling.LocationOf(me, token), SecondAccess = Access.Read });
        if (_errors.Count > 0)
        {
            throw new AggregateException(_errors);
        }

        if (_next < turns && !IsStopped && LowestBreak is null)
        {
            token.ThrowIfCancellationRequested();
        }

        return IsStopped || LowestBreak is not null ? LoopResults.Broken(LowestBreak) : LoopResults.Completed;
    }

    /// <summary>The step of a turn that asks for the end of the loop.</summary>
    internal void End(Strand me, long? index, int at)
    {
        me.Step(new Operation(at, Location, Access.Write));
        if (index is null ? LowestBreak is not null : IsStopped)
        {
            throw new InvalidOperationException(index is null ? "Stop was called after Break was called." : "Break was called after Stop was called.");
        }

        IsStopped |= index is null;
        LowestBreak = index is null ? LowestBreak : Math.Min(LowestBreak ?? long.MaxValue, index.Value);
    }

    private bool TryTake(Strand me, out long index)
    {
        me.Step(new Operation(site, Location, Access.Write) { Second = Cancelling.LocationOf(me, token), SecondAccess = Access.Read });
        index = _next;
        if (_next >= turns || IsStopped || IsExceptional || token.IsCancellationRequested || _next > LowestBreak)
        {
            return false;
        }

        _next++;
        return true;
    }
}

/// <summary>How a parallel loop ended, as .NET says it.</summary>
internal static class LoopResults
{
    internal static ParallelLoopResult Completed { get; } = Make(completed: true, null);

    internal static ParallelLoopResult Broken(long? lowest) => Make(completed: false, lowest);

    private static ParallelLoopResult Make(bool completed, long? lowest)
    {
        var result = default(ParallelLoopResult);
        CompletedOf(ref result) = completed;
        LowestOf(ref result) = lowest;
        return result;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_completed")]
    private static extern ref bool CompletedOf(ref ParallelLoopResult result);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lowestBreakIteration")]
    private static extern ref long? LowestOf(ref ParallelLoopResult result);
}
