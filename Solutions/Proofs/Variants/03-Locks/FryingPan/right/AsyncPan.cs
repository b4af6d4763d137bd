// M: a semaphore that is awaited, and waited for at the edge.
using System.Collections.Immutable;

namespace Koans.Locks;

public class FryingPan
{
    private readonly SemaphoreSlim _pan = new(1, 1);
    private ImmutableList<string> _done = [];

    public IReadOnlyList<string> Done => _done;

    public void Cook(string dish, Action fry) => CookAsync(dish, fry).Wait();

    private async Task CookAsync(string dish, Action fry)
    {
        await _pan.WaitAsync();
        try
        {
            fry();
            _done = _done.Add(dish);
        }
        finally
        {
            _pan.Release();
        }
    }
}
