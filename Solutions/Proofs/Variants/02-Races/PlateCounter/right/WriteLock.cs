// M: the writing side of a reader-writer lock.
namespace Koans.Races;

public class PlateCounter
{
    private readonly ReaderWriterLockSlim _gate = new();
    private int _total;

    public int Total
    {
        get
        {
            _gate.EnterReadLock();
            try
            {
                return _total;
            }
            finally
            {
                _gate.ExitReadLock();
            }
        }
    }

    public void Add()
    {
        _gate.EnterWriteLock();
        try
        {
            _total++;
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }
}
