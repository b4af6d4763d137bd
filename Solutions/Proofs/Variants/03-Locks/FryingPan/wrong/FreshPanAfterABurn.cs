// B: the one who waits for the old pan waits for ever.
// refused by: A_burnt_dish_gives_the_pan_back
namespace Koans.Locks;

public class FryingPan
{
    private object _pan = new();
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
        var pan = _pan;
        Monitor.Enter(pan);
        try
        {
            fry();
        }
        catch (Exception)
        {
            _pan = new object();
            throw;
        }

        lock (_done)
        {
            _done.Add(dish);
        }
        Monitor.Exit(pan);
    }
}
