// E: the lines after a burn do not run, and the pan is gone.
// refused by: A_burnt_dish_gives_the_pan_back
// met by: One_pan_one_dish_at_a_time
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
        Monitor.Enter(_pan);
        fry();
        lock (_done)
        {
            _done.Add(dish);
        }
        Monitor.Exit(_pan);
    }
}
