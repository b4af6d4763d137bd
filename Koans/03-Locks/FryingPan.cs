namespace Koans.Locks;

// One frying pan for the whole kitchen: a cook has it alone until the dish is out of it.
// When a dish burns, its cook hears of it, and the pan is free for the next one.
// Done lists the dishes that were ready when somebody looked; nobody needs the pan to look.
public class FryingPan
{
    private readonly List<string> _done = [];
    private object? _pan;

    public IReadOnlyList<string> Done
    {
        get
        {
            lock (_pan ??= new object())
            {
                return _done.ToArray();
            }
        }
    }

    public void Cook(string dish, Action fry)
    {
        var pan = _pan ??= new object();
        Monitor.Enter(pan);
        fry();
        _done.Add(dish);
        Monitor.Exit(pan);
    }
}
