// B: those who wait for the old pan and those who take the new one cook at once.
// refused by: One_pan_one_dish_at_a_time
namespace Koans.Locks;

public class FryingPan
{
    private object _pan = new();
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
        lock (_pan)
        {
            fry();
            lock (_done)
            {
                _done.Add(dish);
            }
            _pan = new object();
        }
    }
}
