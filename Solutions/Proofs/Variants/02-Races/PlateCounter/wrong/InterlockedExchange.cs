// I: the exchange is one step, and the sum it stores was made before it.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        Interlocked.Exchange(ref _total, _total + 1);
    }
}
