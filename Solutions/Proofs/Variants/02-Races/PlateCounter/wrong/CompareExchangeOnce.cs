// I: who comes too late is told so and does not try again.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        var seen = _total;
        Interlocked.CompareExchange(ref _total, seen + 1, seen);
    }
}
