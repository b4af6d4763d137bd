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
    private readonly (int Thread, int Number)[] _events;
    private int _compared;
    private int _distance = int.MaxValue;
    private (int Earlier, int Later)? _found;

    internal ContrastFinder(Run failing)
    {
        _events = Number(failing);
        for (var later = 0; later < failing.Trace.Count; later++)
        {
            ref var b = ref failing.Trace[later];
            for (var earlier = 0; earlier < later; earlier++)
            {
                ref var a = ref failing.Trace[earlier];
                if (a.Thread != b.Thread && Operation.Depend(a.Operation, b.Operation) && IsReversible(a.Operation, b.Operation))
                {
                    _pairs.Add((earlier, later));
                }
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
        for (var i = 0; i < events.Length; i++)
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
    internal Contrast? Found(Recorder recorder) =>
        _found is { } found && recorder.StepOf(found.Earlier) is >= 0 and var earlier
        && recorder.StepOf(found.Later) is >= 0 and var later
            ? new Contrast(earlier, later)
            : null;

    private static bool IsReversible(in Operation a, in Operation b) =>
        !(a.FirstAccess == Access.Release && b.FirstAccess is Access.Acquire or Access.Await);

    private static (int Thread, int Number)[] Number(Run run)
    {
        var next = new int[run.Strands.Count];
        var events = new (int, int)[run.Trace.Count];
        for (var i = 0; i < events.Length; i++)
        {
            var thread = run.Trace[i].Thread;
            events[i] = (thread, next[thread]++);
        }

        return events;
    }
}
