// M: a lock for the cooking and another for the list.
namespace Koans.Locks;

public class FryingPan
{
    private readonly object _pan = new();
    private readonly Lock _list = new();
    private readonly List<string> _done = [];

    public IReadOnlyList<string> Done
    {
        get
        {
            lock (_list)
            {
                return [.. _done];
            }
        }
    }

    public void Cook(string dish, Action fry)
    {
        lock (_pan)
        {
            fry();
            lock (_list)
            {
                _done.Add(dish);
            }
        }
    }
}
