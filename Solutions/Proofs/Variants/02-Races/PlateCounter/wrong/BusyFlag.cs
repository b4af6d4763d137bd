// P: waits until nobody is busy, and says only then that it is.
namespace Koans.Races;

public class PlateCounter
{
    private volatile bool _busy;
    private int _total;

    public int Total => _total;

    public void Add()
    {
        while (_busy)
        {
        }

        _busy = true;
        _total++;
        _busy = false;
    }
}
