// K: a semaphore for the places and one for the dishes.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Cooks put dishes on the counter, waiters take them, first come, first served.
// The counter has so many places. A cook who finds no place sleeps until a dish is taken; no dish is dropped.
public class Counter(int places)
{
    private readonly ConcurrentQueue<string> _dishes = new();
    private readonly SemaphoreSlim _places = new(places);
    private readonly SemaphoreSlim _there = new(0);

    public void Put(string dish)
    {
        _places.Wait();
        _dishes.Enqueue(dish);
        _there.Release();
    }

    public string Take()
    {
        _there.Wait();
        _dishes.TryDequeue(out var dish);
        _places.Release();
        return dish!;
    }
}
