// I: the count is right, and the list is not.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];
    private int _count;

    public int Count => _count;

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        Interlocked.Increment(ref _count);
        _orders.Add(order);
    }
}
