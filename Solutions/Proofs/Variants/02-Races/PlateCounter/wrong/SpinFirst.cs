// S: waiting a few rounds orders nothing.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        Thread.SpinWait(100);
        _total++;
    }
}
