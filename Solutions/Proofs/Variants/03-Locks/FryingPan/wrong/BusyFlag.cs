// V: asking whether the pan is free and taking it are two steps.
// refused by: One_pan_one_dish_at_a_time
namespace Koans.Locks;

public class FryingPan
{
    private volatile bool _busy;
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
        while (_busy)
        {
            Thread.Yield();
        }

        _busy = true;
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
            _busy = false;
        }
    }
}
