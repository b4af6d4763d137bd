// A semaphore with room for one dish: the second one is too much.
using System.Collections.Concurrent;

namespace Koans.Conditions;

public class Pass
{
    private readonly SemaphoreSlim _ready = new(0, 1);
    private readonly ConcurrentQueue<string> _dishes = new();

    public void Prepare(string dish)
    {
        _dishes.Enqueue(dish);
        _ready.Release();
    }

    public string TakeDish()
    {
        _ready.Wait();
        _dishes.TryDequeue(out var dish);
        return dish!;
    }
}
