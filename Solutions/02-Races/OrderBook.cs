namespace Koans.Races;

// Every waiter writes what the guests order into the same book.
// The kitchen reads Orders whenever it likes: each order that was taken is there.
public class OrderBook
{
    private readonly List<string> _orders = [];

    public string[] Orders
    {
        get
        {
            lock (_orders)
            {
                return _orders.ToArray();
            }
        }
    }

    public void Take(string order)
    {
        lock (_orders)
        {
            _orders.Add(order);
        }
    }
}
