// N: every waiter brings a lock of their own.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        lock (new object())
        {
            _orders.Add(order);
        }
    }
}
