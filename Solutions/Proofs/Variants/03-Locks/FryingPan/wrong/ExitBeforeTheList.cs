// The pan is given back, and then the list is changed with nothing to guard it.
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
        Monitor.Enter(_pan);
        try
        {
            fry();
        }
        finally
        {
            Monitor.Exit(_pan);
        }

        _done.Add(dish);
    }
}
