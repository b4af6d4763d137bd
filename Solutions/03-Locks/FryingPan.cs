namespace Koans.Locks;

// One frying pan for the whole kitchen: a cook has it alone until the dish is out of it.
// When a dish burns, its cook hears of it, and the pan is free for the next one.
// Done lists the dishes that were ready when somebody looked; nobody needs the pan to look.
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

    public void Cook(string dish, Action fry)
    {
        lock (_pan)
        {
            fry();
            lock (_done)
            {
                _done.Add(dish);
            }
        }
    }
}
