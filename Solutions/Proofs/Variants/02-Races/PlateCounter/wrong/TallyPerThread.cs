// L: each thread has its own tally, and Total is the tally of the thread that asks.
using System.Collections.Concurrent;

namespace Koans.Races;

public class PlateCounter
{
    private readonly ConcurrentDictionary<Thread, int> _tallies = new();

    public int Total => _tallies.GetValueOrDefault(Thread.CurrentThread);

    public void Add()
    {
        _tallies.AddOrUpdate(Thread.CurrentThread, 1, (_, tally) => tally + 1);
    }
}
