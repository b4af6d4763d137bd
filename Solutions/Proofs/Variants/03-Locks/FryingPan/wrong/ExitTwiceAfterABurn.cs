// A catch and a finally, and both give the pan back.
// refused by: A_burnt_dish_gives_the_pan_back
namespace Koans.Locks;

public class FryingPan
{
    private readonly List<string> _done = [];
    private readonly SemaphoreSlim _pan = new(1);

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
        catch
        {
            _pan.Release();
            throw;
        }
        finally
        {
            _pan.Release();
        }
    }
}
