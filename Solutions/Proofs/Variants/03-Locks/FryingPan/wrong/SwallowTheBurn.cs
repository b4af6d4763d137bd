// E: the pan comes back and the cook never hears of the burn.
// refused by: A_burnt_dish_gives_the_pan_back
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
        lock (_pan)
        {
            try
            {
                fry();
            }
            catch (Exception)
            {
                return;
            }

            lock (_done)
            {
                _done.Add(dish);
            }
        }
    }
}
