// M: a semaphore with one place makes one waiter write at a time.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];
    private readonly SemaphoreSlim _gate = new(1, 1);

    public string[] Orders => _orders.ToArray();

    public void Take(string order)
    {
        _gate.Wait();
        try
        {
            _orders.Add(order);
        }
        finally
        {
            _gate.Release();
        }
    }
}
