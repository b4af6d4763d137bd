// D: Alice takes one lock and Bob another.
namespace Koans.Races;

public class PlateCounter
{
    private int _total;

    public int Total => _total;

    public void Add()
    {
        lock (Thread.CurrentThread)
        {
            _total++;
        }
    }
}
