// B: the lock is the list, and the list is replaced inside it.
namespace Koans.Races;

public class OrderBook
{
    private List<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        lock (_orders)
        {
            _orders = [.. _orders, order];
        }
    }
}
