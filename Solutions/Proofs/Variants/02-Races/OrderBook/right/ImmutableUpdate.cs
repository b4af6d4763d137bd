// F: an immutable list, swapped only if nobody else has swapped it.
using System.Collections.Immutable;

namespace Koans.Races;

public class OrderBook
{
    private ImmutableList<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        ImmutableInterlocked.Update(ref _orders, (orders, next) => orders.Add(next), order);
    }
}
