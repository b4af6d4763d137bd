// V: a volatile field is still read first and written later.
using System.Collections.Immutable;

namespace Koans.Races;

public class OrderBook
{
    private volatile ImmutableList<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        _orders = _orders.Add(order);
    }
}
