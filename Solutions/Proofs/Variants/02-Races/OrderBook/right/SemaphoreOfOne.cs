// M: a semaphore with one place makes one person at a time use the book.
namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];
    private readonly SemaphoreSlim _gate = new(1, 1);

    public string[] Orders
    {
        get
        {
            _gate.Wait();
            try
            {
                return _orders.ToArray();
            }
            finally
            {
                _gate.Release();
            }
        }
    }

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
