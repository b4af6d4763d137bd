// The list cannot be changed by those who look; but it changes before their eyes.
// refused by: The_waiter_may_look_while_the_pan_is_busy
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
                return _done.AsReadOnly();
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
        }
    }
}
