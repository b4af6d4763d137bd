// F: the list itself never changes, and the field is read first and written later, beside the pan.
namespace Koans.Locks;

public class FryingPan
{
    private readonly object _pan = new();
    private volatile IReadOnlyList<string> _done = [];

    public IReadOnlyList<string> Done => _done;

    public void Cook(string dish, Action fry)
    {
        lock (_pan)
        {
            fry();
        }

        _done = [.. _done, dish];
    }
}
