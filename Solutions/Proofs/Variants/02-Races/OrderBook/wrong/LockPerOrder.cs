// D: each order is its own lock, and they all go into one list.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        lock (order)
        {
            _orders.Add(order);
        }
    }
}
