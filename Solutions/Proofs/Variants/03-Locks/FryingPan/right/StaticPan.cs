// M: one pan for all, and a concurrent queue for the list.
using System.Collections.Concurrent;

namespace Koans.Locks;

public class FryingPan
{
    private static readonly Lock s_pan = new();
    private readonly ConcurrentQueue<string> _done = new();

    public IReadOnlyList<string> Done => _done.ToArray();

    public void Cook(string dish, Action fry)
    {
        s_pan.Enter();
        try
        {
            fry();
            _done.Enqueue(dish);
        }
        finally
        {
            s_pan.Exit();
        }
    }
}
