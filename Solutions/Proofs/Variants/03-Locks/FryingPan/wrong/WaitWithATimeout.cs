// Wait says whether it got the pan in time, and nobody listens.
namespace Koans.Locks;

public class FryingPan
{
    private readonly List<string> _done = [];
    private readonly SemaphoreSlim _pan = new(1, 1);

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
        _pan.Wait(TimeSpan.FromSeconds(30));
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
