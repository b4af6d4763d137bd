// V: the reference is volatile; what happens inside the list is not.
namespace Koans.Races;

public class OrderBook
{
    private volatile List<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        _orders.Add(order);
    }
}
