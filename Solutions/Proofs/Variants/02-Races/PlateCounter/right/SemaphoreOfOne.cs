// M: a semaphore with one place makes the three steps one.
namespace Koans.Races;

public class PlateCounter
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _total;

    public int Total => _total;

    public void Add()
    {
        _gate.Wait();
        try
        {
            _total++;
        }
        finally
        {
            _gate.Release();
        }
    }
}
