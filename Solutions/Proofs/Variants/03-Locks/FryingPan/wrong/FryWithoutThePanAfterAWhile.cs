// S: who has waited long enough fries all the same.
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
        var mine = Monitor.TryEnter(_pan, TimeSpan.FromSeconds(1));
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
            if (mine)
            {
                Monitor.Exit(_pan);
            }
        }
    }
}
