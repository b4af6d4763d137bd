// A reader-writer lock around the pan: who looks waits for the one who fries.
// refused by: The_waiter_may_look_while_the_pan_is_busy
namespace Koans.Locks;

public class FryingPan
{
    private readonly List<string> _done = [];
    private readonly ReaderWriterLockSlim _pan = new();

    public IReadOnlyList<string> Done
    {
        get
        {
            _pan.EnterReadLock();
            try
            {
                return _done.ToArray();
            }
            finally
            {
                _pan.ExitReadLock();
            }
        }
    }

    public void Cook(string dish, Action fry)
    {
        _pan.EnterWriteLock();
        try
        {
            fry();
            _done.Add(dish);
        }
        finally
        {
            _pan.ExitWriteLock();
        }
    }
}
