// M: the pan is free before the dish is on the list; both have a lock.
namespace Koans.Locks;

public class FryingPan
{
    private readonly List<string> _done = [];
    private readonly object _pan = new();

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
        lock (_pan)
        {
            fry();
        }

        lock (_done)
        {
            _done.Add(dish);
        }
    }
}
