// M: a mutex for the pan, and a reader-writer lock for the list.
namespace Koans.Locks;

public class FryingPan
{
    private readonly ReaderWriterLockSlim _list = new();
    private readonly List<string> _done = [];
    private readonly Mutex _pan = new();

    public IReadOnlyList<string> Done
    {
        get
        {
            _list.EnterReadLock();
            try
            {
                return [.. _done];
            }
            finally
            {
                _list.ExitReadLock();
            }
        }
    }

    public void Cook(string dish, Action fry)
    {
        _pan.WaitOne();
        try
        {
            fry();
            _list.EnterWriteLock();
            _done.Add(dish);
            _list.ExitWriteLock();
        }
        finally
        {
            _pan.ReleaseMutex();
        }
    }
}
