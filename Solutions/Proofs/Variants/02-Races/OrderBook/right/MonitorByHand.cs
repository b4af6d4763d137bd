// M: Monitor with the Exit in a finally makes one waiter write at a time.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];
    private readonly object _gate = new();

    public string[] Orders => _orders.ToArray();

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
