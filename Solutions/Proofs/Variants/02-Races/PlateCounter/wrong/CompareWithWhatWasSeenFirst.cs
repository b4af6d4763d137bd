// I: tries again with the number it saw first, and that one never comes back.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        var seen = _total;
        while (Interlocked.CompareExchange(ref _total, seen + 1, seen) != seen)
        {
        }
    }
}
