// F: the pan is a lock, and the list is swapped as a whole.
using System.Collections.Immutable;

namespace Koans.Locks;

public class FryingPan
{
    private readonly object _pan = new();
    private volatile ImmutableList<string> _done = [];

    public IReadOnlyList<string> Done => _done;

    public void Cook(string dish, Action fry)
    {
        lock (_pan)
        {
            fry();
            _done = _done.Add(dish);
        }
    }
}
