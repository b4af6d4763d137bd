// The dish is on the list when it goes into the pan.
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
                return _done.ToArray();
            }
        }
    }

    public void Cook(string dish, Action fry)
    {
        lock (_pan)
        {
            lock (_done)
            {
                _done.Add(dish);
            }

            try
            {
                fry();
            }
            catch
            {
                lock (_done)
                {
                    _done.Remove(dish);
                }

                throw;
            }
        }
    }
}
