// K: the pan is a lock, and the list needs none.
using System.Collections.Concurrent;

namespace Koans.Locks;

public class FryingPan
{
    private readonly object _pan = new();
    private readonly ConcurrentQueue<string> _done = new();

    public IReadOnlyList<string> Done => _done.ToArray();

    public void Cook(string dish, Action fry)
    {
        lock (_pan)
        {
            fry();
            _done.Enqueue(dish);
        }
    }
}
