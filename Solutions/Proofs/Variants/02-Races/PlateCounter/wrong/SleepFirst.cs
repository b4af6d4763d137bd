// S: a pause moves the gap and does not close it.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        Thread.Sleep(1);
        _total++;
    }
}
