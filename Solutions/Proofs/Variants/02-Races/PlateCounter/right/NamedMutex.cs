// M: a mutex that even other processes could take.
namespace Koans.Races;

public class PlateCounter
{
    private readonly Mutex _gate = new(initiallyOwned: false, "koans-plates");
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
