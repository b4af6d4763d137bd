// Whoever could not have the pan in time fries all the same, and gives back what it never had.
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
        try
        {
            Monitor.TryEnter(_pan, TimeSpan.FromSeconds(10));
            fry();
            lock (_done)
            {
                _done.Add(dish);
            }
        }
        finally
        {
            Monitor.Exit(_pan);
        }
    }
}
