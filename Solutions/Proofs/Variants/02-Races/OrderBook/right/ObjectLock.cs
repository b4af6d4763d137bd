// M: a lock on one private object makes one waiter write at a time.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];
    private readonly object _gate = new();

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        lock (_gate)
        {
            _orders.Add(order);
        }
    }
}
