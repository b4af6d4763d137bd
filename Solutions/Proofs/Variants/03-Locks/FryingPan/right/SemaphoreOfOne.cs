// M: a semaphore with one place makes one cook at a time.
namespace Koans.Locks;

public class FryingPan
{
    private readonly SemaphoreSlim _pan = new(1, 1);
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
        _pan.Wait();
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
            _pan.Release();
        }
    }
}
