using Sensei.Records;
using Sensei.Running;

namespace Sensei.Search;

/// <summary>
/// Finds the passing order that is nearest to a failing one: the one in which the fewest pairs of dependent steps come
/// the other way round.
/// </summary>
internal sealed class ContrastFinder
{
    /// <summary>Enough to find a near one; each comparison costs about as much as a short run.</summary>
    private const int MostComparisons = 2_000;

    private readonly List<(int Earlier, int Later)> _pairs = [];
    private readonly List<(int Thread, int Number)> _events;
    private readonly int _executed;
    private int _compared;
    private int _distance = int.MaxValue;
    private (int Earlier, int Later)? _found;

    internal ContrastFinder(Run failing)
    {
        _events = Number(failing);
        _executed = _events.Count;
        for (var later = 0; later < failing.Trace.Count; later++)
        {
            Pair(failing, later, failing.Trace[later].Thread, failing.Trace[later].Operation);
        }

        if (failing.Ending is Deadlock)
        {
            // what those who wait for a lock would do next is no event, but somebody has come before it
            foreach (var strand in failing.Strands.Where(strand => !strand.HasEnded && strand is { IsDeclared: true, Pending.Gate: not null }))
            {
                Pair(failing, _events.Count, strand.Id, strand.Pending);
                _events.Add((strand.Id, _events.Count(other => other.Thread == strand.Id)));
            }
        }
    }

    /// <summary>Compares with a run that passed.</summary>
    internal void Compare(Run passing)
    {
        if (_compared++ >= MostComparisons)
        {
            return;
        }

        var places = new Dictionary<(int, int), int>();
        var events = Number(passing);
        for (var i = 0; i < events.Count; i++)
        {
            places[events[i]] = i;
        }

        var distance = 0;
        (int Earlier, int Later)? first = null;
        foreach (var pair in _pairs)
        {
            if (places.TryGetValue(_events[pair.Earlier], out var earlier) && places.TryGetValue(_events[pair.Later], out var later))
            {
                if (later < earlier)
                {
                    distance++;
                    first ??= pair;
                }
            }
            else
            {
                distance++;
            }
        }

        if (first is not null && distance < _distance)
        {
            _distance = distance;
            _found = first;
        }
    }

    /// <summary>The contrast in terms of the steps that were told; null when there is none.</summary>
    internal Contrast? Found(Recorder recorder)
    {
        if (_found is not { } found || recorder.StepOf(found.Earlier) is not (>= 0 and var earlier))
        {
            return null;
        }

        var later = recorder.StepOf(found.Later);
        return later >= 0 ? new Contrast(earlier, later)
            : found.Later >= _executed ? new Contrast(earlier, later) { Waiting = _events[found.Later].Thread }
            : null;
    }

    private void Pair(Run failing, int later, int thread, in Operation operation)
    {
        for (var earlier = 0; earlier < Math.Min(later, _executed); earlier++)
        {
            ref var a = ref failing.Trace[earlier];
            if (a.Thread != thread && Operation.Depend(a.Operation, operation) && IsReversible(a.Operation, operation))
            {
                _pairs.Add((earlier, later));
            }
        }
    }

    private static bool IsReversible(in Operation a, in Operation b) =>
        !(a.FirstAccess == Access.Release && b.FirstAccess is Access.Acquire or Access.Await);

    private static List<(int Thread, int Number)> Number(Run run)
    {
        var next = new int[run.Strands.Count];
        var events = new List<(int, int)>(run.Trace.Count);
        for (var i = 0; i < run.Trace.Count; i++)
        {
            var thread = run.Trace[i].Thread;
            events.Add((thread, next[thread]++));
        }

        return events;
    }
}
