// W: what is written under the lock was read before it.
namespace Koans.Races;

public class PlateCounter
{
    private readonly object _gate = new();
    private int _total;

    public int Total => _total;

    public void Add()
    {
        var seen = _total;
        lock (_gate)
        {
            _total = seen + 1;
        }
    }
}
