// M: waiters write alone, and the kitchen looks with others.
namespace Koans.Races;

public class OrderBook
{
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly List<string> _orders = [];

    public string[] Orders
    {
        get
        {
            _gate.EnterReadLock();
            try
            {
                return _orders.ToArray();
            }
            finally
            {
                _gate.ExitReadLock();
            }
        }
    }

    public void Take(string order)
    {
        _gate.EnterWriteLock();
        try
        {
            _orders.Add(order);
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }
}
