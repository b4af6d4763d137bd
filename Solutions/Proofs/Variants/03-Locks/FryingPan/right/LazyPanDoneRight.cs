// M: the pan is bought by whoever comes first, and the others use that one.
namespace Koans.Locks;

public class FryingPan
{
    private object? _pan;
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
        var pan = Interlocked.CompareExchange(ref _pan, new object(), null) ?? _pan;
        lock (pan)
        {
            fry();
            lock (_done)
            {
                _done.Add(dish);
            }
        }
    }
}
