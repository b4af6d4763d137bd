// The cook goes away while a task fries: what burns is nobody's to hear.
// refused by: A_burnt_dish_gives_the_pan_back
namespace Koans.Locks;

public class FryingPan
{
    private readonly List<string> _done = [];
    private readonly object _pan = new();

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

    public void Cook(string dish, Action fry) => Task.Run(() =>
    {
        lock (_pan)
        {
            fry();
            lock (_done)
            {
                _done.Add(dish);
            }
        }
    });
}
