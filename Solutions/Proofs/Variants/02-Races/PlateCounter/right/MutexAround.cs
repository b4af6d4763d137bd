// M: a mutex makes the three steps one.
namespace Koans.Races;

public class PlateCounter
{
    private readonly Mutex _gate = new();
    private int _total;

    public int Total => _total;

    public void Add()
    {
        _gate.WaitOne();
        try
        {
            _total++;
        }
        finally
        {
            _gate.ReleaseMutex();
        }
    }
}
