// A semaphore that counts the dishes, awaited inside and waited for at the edge.
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

    public string TakeDish() => TakeAsync().GetAwaiter().GetResult();

    private async Task<string> TakeAsync()
    {
        await _ready.WaitAsync();
        return _dishes.TryDequeue(out var dish) ? dish : throw new InvalidOperationException("no dish");
    }
}
