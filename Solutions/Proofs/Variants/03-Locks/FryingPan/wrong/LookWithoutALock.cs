// W: who looks takes no lock at all.
// refused by: The_waiter_may_look_while_the_pan_is_busy
// met by: One_pan_one_dish_at_a_time, A_burnt_dish_gives_the_pan_back
namespace Koans.Locks;

public class FryingPan
{
    private readonly object _pan = new();
    private readonly List<string> _done = [];

    public IReadOnlyList<string> Done => _done.ToArray();

    public void Cook(string dish, Action fry)
    {
        lock (_pan)
        {
            fry();
            lock (_done)
            {
                _done.Add(dish);
            }
        }
    }
}
