// Two semaphores, and each side gives back what it took.
using System.Collections.Concurrent;

namespace Koans.Queues;

public class Counter(int places)
{
    private readonly SemaphoreSlim _places = new(places, places);
    private readonly SemaphoreSlim _ready = new(0);
    private readonly ConcurrentQueue<string> _dishes = new();

    public void Put(string dish)
    {
        _places.Wait();
        _dishes.Enqueue(dish);
        _places.Release();
        _ready.Release();
    }

    public string Take()
    {
        _ready.Wait();
        _dishes.TryDequeue(out var dish);
        return dish!;
    }
}
