// M: the attribute puts one lock around both.
using System.Runtime.CompilerServices;

namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];

    public string[] Orders
    {
        [MethodImpl(MethodImplOptions.Synchronized)]
        get => _orders.ToArray();
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Take(string order) => _orders.Add(order);
}
