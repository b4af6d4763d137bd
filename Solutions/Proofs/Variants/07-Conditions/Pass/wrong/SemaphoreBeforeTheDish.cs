// The semaphore says that there is a dish a moment before there is.
using System.Collections.Concurrent;

namespace Koans.Conditions;

public class Pass
{
    private readonly SemaphoreSlim _ready = new(0);
    private readonly ConcurrentQueue<string> _dishes = new();

    public void Prepare(string dish)
    {
        _ready.Release();
        _dishes.Enqueue(dish);
    }

    public string TakeDish()
    {
        _ready.Wait();
        _dishes.TryDequeue(out var dish);
        return dish!;
    }
}
