// M: Monitor with the Exit in a finally makes one person at a time use the book.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];
    private readonly object _gate = new();

    public string[] Orders
    {
        get
        {
            Monitor.Enter(_gate);
            try
            {
                return _orders.ToArray();
            }
            finally
            {
                Monitor.Exit(_gate);
            }
        }
    }

    public void Take(string order)
    {
        Monitor.Enter(_gate);
        try
        {
            _orders.Add(order);
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}
