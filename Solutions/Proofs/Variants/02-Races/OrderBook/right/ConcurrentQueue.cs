// K: a queue made for many hands.
using System.Collections.Concurrent;

namespace Koans.Races;

public class OrderBook
{
    private readonly ConcurrentQueue<string> _orders = new();

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        _orders.Enqueue(order);
    }
}
