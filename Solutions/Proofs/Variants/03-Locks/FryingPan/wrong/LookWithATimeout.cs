// S: who does not get the pan in time sees nothing, also when there is something.
// refused by: The_waiter_may_look_while_the_pan_is_busy
namespace Koans.Locks;

public class FryingPan
{
    private readonly object _pan = new();
    private readonly List<string> _done = [];

    public IReadOnlyList<string> Done
    {
        get
        {
            if (!Monitor.TryEnter(_pan, TimeSpan.FromSeconds(1)))
            {
                return [];
            }

            try
            {
                return _done.ToArray();
            }
            finally
            {
                Monitor.Exit(_pan);
            }
        }
    }

    public void Cook(string dish, Action fry)
    {
        lock (_pan)
        {
            fry();
            _done.Add(dish);
        }
    }
}
