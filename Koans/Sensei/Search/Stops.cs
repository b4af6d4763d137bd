using Sensei.Running;

namespace Sensei.Search;

/// <summary>
/// All the ways in which one thread can stop for ever: each of the koan's threads, after each number of steps. With the
/// stop given, a run is one of a program in which that thread is shorter, so any search of the orders of that program
/// will do; and no thread takes more steps in it than in the orders in which nobody stops.
/// </summary>
internal sealed class Stops
{
    private readonly int[] _most = new int[Run.MostThreads];

    /// <summary>Learns from a run in which nobody stopped.</summary>
    internal void Learn(Run run)
    {
        foreach (var strand in run.Strands)
        {
            _most[strand.Id] = Math.Max(_most[strand.Id], strand.Moves);
        }
    }

    /// <summary>Every stop; the koan's own thread never does.</summary>
    internal IEnumerable<Stop> All() =>
        from thread in Enumerable.Range(1, Run.MostThreads - 1)
        from after in Enumerable.Range(0, _most[thread])
        select new Stop(thread, after);
}
