// I: one atomic step.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        Interlocked.Increment(ref _total);
    }
}
