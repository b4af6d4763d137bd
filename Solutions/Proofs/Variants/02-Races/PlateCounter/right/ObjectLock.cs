// M: a lock on one private object makes the three steps one.
namespace Koans.Races;

public class PlateCounter
{
    private readonly object _gate = new();
    private int _total;

    public int Total => _total;

    public void Add()
    {
        lock (_gate)
        {
            _total++;
        }
    }
}
