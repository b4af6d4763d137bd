// E: the pan comes back only when a dish burns.
// refused by: One_pan_one_dish_at_a_time
namespace Koans.Locks;

public class FryingPan
{
    private readonly object _pan = new();
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
        Monitor.Enter(_pan);
        try
        {
            fry();
            lock (_done)
            {
                _done.Add(dish);
            }
        }
        catch (Exception)
        {
            Monitor.Exit(_pan);
            throw;
        }
    }
}
