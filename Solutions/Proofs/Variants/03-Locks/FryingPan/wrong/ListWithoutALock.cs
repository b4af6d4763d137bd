// W: the pan is held for the frying only, and the list is nobody's.
// refused by: A_burnt_dish_gives_the_pan_back
namespace Koans.Locks;

public class FryingPan
{
    private readonly object _pan = new();
    private readonly List<string> _done = [];

    public IReadOnlyList<string> Done => _done.ToArray();

    public void Cook(string dish, Action fry)
    {
        lock (_pan)
        {
            fry();
        }

        _done.Add(dish);
    }
}
