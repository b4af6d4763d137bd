// M: a flag under a monitor says whether the pan is free, and waiters sleep.
namespace Koans.Locks;

public class FryingPan
{
    private readonly object _gate = new();
    private bool _busy;
    private readonly List<string> _done = [];

    public IReadOnlyList<string> Done
    {
        get
        {
            lock (_done)
            {
                return _done.ToArray();
            }
        }
    }

    public void Cook(string dish, Action fry)
    {
        lock (_gate)
        {
            while (_busy)
            {
                Monitor.Wait(_gate);
            }

            _busy = true;
        }

        try
        {
            fry();
            lock (_done)
            {
                _done.Add(dish);
            }
        }
        finally
        {
            lock (_gate)
            {
                _busy = false;
                Monitor.Pulse(_gate);
            }
        }
    }
}
