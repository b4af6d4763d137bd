// K: one semaphore counts the places, one the dishes, and each wakes its own kind.
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Koans.Conditions;

public class Counter(int capacity)
{
    private readonly SemaphoreSlim _places = new(capacity);
    private readonly SemaphoreSlim _ready = new(0);
    private readonly ConcurrentQueue<string> _dishes = new();

    public void Put(string dish)
    {
        _places.Wait();
        _dishes.Enqueue(dish);
        _ready.Release();
    }

    public string Take()
    {
        _ready.Wait();
        _dishes.TryDequeue(out var dish);
        _places.Release();
        return dish!;
    }

    public bool TryTake(TimeSpan patience, [NotNullWhen(true)] out string? dish)
    {
        if (!_ready.Wait(patience))
        {
            dish = null;
            return false;
        }

        _dishes.TryDequeue(out dish);
        _places.Release();
        return dish is not null;
    }
}
