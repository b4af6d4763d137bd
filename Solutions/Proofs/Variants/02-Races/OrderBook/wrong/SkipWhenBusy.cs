// E: who cannot have the book at once drops the order.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        if (Monitor.TryEnter(_orders))
        {
            try
            {
                _orders.Add(order);
            }
            finally
            {
                Monitor.Exit(_orders);
            }
        }
    }
}
