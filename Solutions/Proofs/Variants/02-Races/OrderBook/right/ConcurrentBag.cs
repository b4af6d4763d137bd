// K: a bag made for many hands; nobody asked for an order among the orders.
using System.Collections.Concurrent;

namespace Koans.Races;

public class OrderBook
{
    private readonly ConcurrentBag<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        _orders.Add(order);
    }
}
