// W: the longer list is made before the lock, from one that may be old by then.
namespace Koans.Races;

public class OrderBook
{
    private readonly object _gate = new();
    private List<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        List<string> longer = [.. _orders, order];
        lock (_gate)
        {
            _orders = longer;
        }
    }
}
