// I: writes only if nobody wrote in between, and tries again otherwise.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        int seen;
        do
        {
            seen = _total;
        }
        while (Interlocked.CompareExchange(ref _total, seen + 1, seen) != seen);
    }
}
