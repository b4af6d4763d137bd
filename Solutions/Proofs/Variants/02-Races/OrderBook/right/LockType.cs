// M: a lock on one System.Threading.Lock makes one person at a time use the book.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];
    private readonly Lock _gate = new();

    public string[] Orders
    {
        get
        {
            lock (_gate)
            {
                return _orders.ToArray();
            }
        }
    }

    public void Take(string order)
    {
        lock (_gate)
        {
            _orders.Add(order);
        }
    }
}
