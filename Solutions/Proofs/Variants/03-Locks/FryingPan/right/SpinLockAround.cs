// M: a spin lock makes one cook at a time.
namespace Koans.Locks;

public class FryingPan
{
    private SpinLock _pan;
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
        var taken = false;
        try
        {
            _pan.Enter(ref taken);
            fry();
            lock (_done)
            {
                _done.Add(dish);
            }
        }
        finally
        {
            if (taken)
            {
                _pan.Exit();
            }
        }
    }
}
