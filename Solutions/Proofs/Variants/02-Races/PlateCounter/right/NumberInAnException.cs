// V: counts in a number that an object of .NET keeps, under a lock.
namespace Koans.Races;

public class PlateCounter
{
    private readonly Exception _mishap = new() { HResult = 0 };

    public int Total
    {
        get
        {
            lock (_mishap)
            {
                return _mishap.HResult;
            }
        }
    }

    public void Add()
    {
        lock (_mishap)
        {
            _mishap.HResult++;
        }
    }
}
