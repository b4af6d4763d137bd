// The dish is put there some time later.
using System.Collections.Concurrent;

namespace Koans.Conditions;

public class Pass
{
    private readonly SemaphoreSlim _ready = new(0);
    private readonly ConcurrentQueue<string> _dishes = new();

    public async void Prepare(string dish)
    {
        _ready.Release();
        await Task.Yield();
        _dishes.Enqueue(dish);
    }

    public string TakeDish()
    {
        _ready.Wait();
        return _dishes.TryDequeue(out var dish) ? dish : "nothing";
    }
}
