// B: two cooks who both find no pan buy two.
// refused by: One_pan_one_dish_at_a_time
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
        var pan = _pan ??= new object();
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
