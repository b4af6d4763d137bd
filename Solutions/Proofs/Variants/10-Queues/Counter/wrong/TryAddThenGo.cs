// Tries to find a place, and does not hear the answer.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Cooks put dishes on the counter, waiters take them, first come, first served.
// The counter has so many places. A cook who finds no place sleeps until a dish is taken; no dish is dropped.
public class Counter(int places)
{
    private readonly BlockingCollection<string> _dishes = new(places);

    public void Put(string dish)
    {
        _dishes.TryAdd(dish);
    }

    public string Take() => _dishes.Take();
}
