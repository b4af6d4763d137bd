// M: an event that is set while the pan is free, and lets one cook through.
namespace Koans.Locks;

public class FryingPan
{
    private readonly AutoResetEvent _panIsFree = new(true);
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
        _panIsFree.WaitOne();
        try
        {
            fry();
            lock (_done)
            {
                _done.Add(dish);
            }
        }
        finally
        {
            _panIsFree.Set();
        }
    }
}
