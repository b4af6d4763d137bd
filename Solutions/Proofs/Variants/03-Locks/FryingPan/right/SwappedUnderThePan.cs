// F: only who has the pan replaces the list, and who looks takes it as it is.
namespace Koans.Locks;

public class FryingPan
{
    private readonly Lock _pan = new();
    private volatile IReadOnlyList<string> _done = [];

    public IReadOnlyList<string> Done => _done;

    public void Cook(string dish, Action fry)
    {
        using (_pan.EnterScope())
        {
            fry();
            _done = [.. _done, dish];
        }
    }
}
