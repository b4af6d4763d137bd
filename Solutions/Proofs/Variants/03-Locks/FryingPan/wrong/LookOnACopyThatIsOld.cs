// Who looks gets the copy that was made at the first look.
// refused by: The_waiter_may_look_while_the_pan_is_busy
namespace Koans.Locks;

public class FryingPan
{
    private readonly List<string> _done = [];
    private readonly Lock _pan = new();
    private string[]? _copy;

    public IReadOnlyList<string> Done
    {
        get
        {
            lock (_done)
            {
                return _copy ??= _done.ToArray();
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
