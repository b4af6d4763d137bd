// A reader-writer lock on its reading side lets all the waiters in.
namespace Koans.Races;

public class OrderBook
{
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly List<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        _gate.EnterReadLock();
        _orders.Add(order);
        _gate.ExitReadLock();
    }
}
