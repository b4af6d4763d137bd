// A semaphore for the places, the collection for the dishes.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Cooks put dishes on the counter, waiters take them, first come, first served.
// The counter has so many places. A cook who finds no place sleeps until a dish is taken; no dish is dropped.
public class Counter(int places)
{
    private readonly BlockingCollection<string> _dishes = new();
    private readonly SemaphoreSlim _places = new(places);

    public void Put(string dish)
    {
        _places.Wait();
        _dishes.Add(dish);
    }

    public string Take()
    {
        var dish = _dishes.Take();
        _places.Release();
        return dish;
    }
}
