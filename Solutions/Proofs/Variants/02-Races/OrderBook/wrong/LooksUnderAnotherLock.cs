// D: who writes and who reads have a lock each.
namespace Koans.Races;

public class OrderBook
{
    private readonly Lock _in = new();
    private readonly Lock _out = new();
    private readonly List<string> _orders = [];

    public string[] Orders
    {
        get
        {
            lock (_out)
            {
                return _orders.ToArray();
            }
        }
    }

    public void Take(string order)
    {
        lock (_in)
        {
            _orders.Add(order);
        }
    }
}
