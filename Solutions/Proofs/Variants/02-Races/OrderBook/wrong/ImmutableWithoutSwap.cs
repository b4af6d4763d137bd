// F: the list cannot change, and the field that holds it can.
using System.Collections.Immutable;

namespace Koans.Races;

public class OrderBook
{
    private ImmutableList<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        _orders = _orders.Add(order);
    }
}
