// M: a mutex makes one person at a time use the book.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];
    private readonly Mutex _gate = new();

    public string[] Orders
    {
        get
        {
            _gate.WaitOne();
            try
            {
                return _orders.ToArray();
            }
            finally
            {
                _gate.ReleaseMutex();
            }
        }
    }

    public void Take(string order)
    {
        _gate.WaitOne();
        try
        {
            _orders.Add(order);
        }
        finally
        {
            _gate.ReleaseMutex();
        }
    }
}
