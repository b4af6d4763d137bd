// S: a pause moves the moment and does not keep the waiters apart.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        Thread.Sleep(1);
        _orders.Add(order);
    }
}
