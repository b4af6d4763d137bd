// E: a place that is not given back is gone.
// refused by: A_burnt_dish_gives_the_pan_back
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
        fry();
        lock (_done)
        {
            _done.Add(dish);
        }
        _pan.Release();
    }
}
