// M: a mutex makes one waiter write at a time.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];
    private readonly Mutex _gate = new();

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        _gate.WaitOne();
        try
        {
            _orders.Add(order);
        }
        finally
        {
            _gate.ReleaseMutex();
        }
    }
}
