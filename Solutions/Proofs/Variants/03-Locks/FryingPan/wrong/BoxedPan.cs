// B: boxing a number makes a new object each time.
// refused by: One_pan_one_dish_at_a_time
namespace Koans.Locks;

public class FryingPan
{
    private readonly int _pan = 1;
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
        lock ((object)_pan)
        {
            fry();
            lock (_done)
            {
                _done.Add(dish);
            }
        }
    }
}
