// K: a semaphore counts the dishes, so no signal is lost and none counts twice.
using System.Collections.Concurrent;

namespace Koans.Conditions;

public class Pass
{
    private readonly SemaphoreSlim _ready = new(0);
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
