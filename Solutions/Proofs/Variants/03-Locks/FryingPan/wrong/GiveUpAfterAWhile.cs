// E: who does not get the pan goes away and has not cooked.
// refused by: One_pan_one_dish_at_a_time
namespace Koans.Locks;

public class FryingPan
{
    private readonly object _pan = new();
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
        if (!Monitor.TryEnter(_pan, TimeSpan.FromSeconds(1)))
        {
            return;
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
            Monitor.Exit(_pan);
        }
    }
}
