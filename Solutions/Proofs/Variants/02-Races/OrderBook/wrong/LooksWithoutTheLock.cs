// W: who writes takes the lock, and who reads does not.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        lock (_orders)
        {
            _orders.Add(order);
        }
    }
}
