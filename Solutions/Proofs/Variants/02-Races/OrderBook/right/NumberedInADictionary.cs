// K: every order has a number of its own.
using System.Collections.Concurrent;

namespace Koans.Races;

public class OrderBook
{
    private readonly ConcurrentDictionary<int, string> _orders = new();
    private int _last;

    public string[] Orders => [.. _orders.OrderBy(entry => entry.Key).Select(entry => entry.Value)];

    public void Take(string order) => _orders.TryAdd(Interlocked.Increment(ref _last), order);
}
