// I: the exchange is one step, and the list it stores was made before it.
using System.Collections.Immutable;

namespace Koans.Races;

public class OrderBook
{
    private ImmutableList<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        Interlocked.Exchange(ref _orders, _orders.Add(order));
    }
}
