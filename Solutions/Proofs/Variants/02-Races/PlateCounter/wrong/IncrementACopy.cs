// I: an atomic step, on a copy of the number.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        var total = _total;
        _total = Interlocked.Increment(ref total);
    }
}
