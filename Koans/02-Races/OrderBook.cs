namespace Koans.Races;

// Every waiter writes what the guests order into the same book.
// The kitchen reads Orders whenever it likes: each order that was taken is there.
public class OrderBook
{
    private readonly List<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        _orders.Add(order);
    }
}
