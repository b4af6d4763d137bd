// A: every order is a task that follows the one before.
namespace Koans.Races;

public class OrderBook
{
    private readonly Lock _gate = new();
    private readonly List<string> _orders = [];
    private Task _last = Task.CompletedTask;

    public string[] Orders
    {
        get
        {
            lock (_gate)
            {
                _last.Wait();
                return _orders.ToArray();
            }
        }
    }

    public void Take(string order)
    {
        lock (_gate)
        {
            _last = _last.ContinueWith(_ => _orders.Add(order), TaskScheduler.Default);
        }
    }
}
