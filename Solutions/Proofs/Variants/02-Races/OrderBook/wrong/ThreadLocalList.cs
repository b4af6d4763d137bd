// L: every waiter has a list, and the kitchen reads its own.
namespace Koans.Races;

public class OrderBook
{
    private readonly ThreadLocal<List<string>> _orders = new(() => []);

    public string[] Orders => _orders.Value!.ToArray();

    public void Take(string order)
    {
        _orders.Value!.Add(order);
    }
}
