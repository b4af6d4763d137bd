// M: Monitor with the Exit in a finally makes the three steps one.
namespace Koans.Races;

public class PlateCounter
{
    private readonly object _gate = new();
    private int _total;

    public int Total => _total;

    public void Add()
    {
        Monitor.Enter(_gate);
        try
        {
            _total++;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}
