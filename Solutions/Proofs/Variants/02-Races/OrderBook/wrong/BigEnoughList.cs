// A list that need not grow is no safer.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = new(capacity: 1000);

    public string[] Orders => _orders.ToArray();

    public void Take(string order) => _orders.Add(order);
}
