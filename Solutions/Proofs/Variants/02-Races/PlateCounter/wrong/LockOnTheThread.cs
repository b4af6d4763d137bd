// D: each cook locks the thread it runs on.
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
