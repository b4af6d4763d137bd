// N: everybody brings a lock of their own.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        lock (new object())
        {
            _total++;
        }
    }
}
