// M: a mutex makes one cook at a time.
namespace Koans.Locks;

public class FryingPan
{
    private readonly Mutex _pan = new();
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
        _pan.WaitOne();
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
            _pan.ReleaseMutex();
        }
    }
}
