// A: one thread owns the list, and the waiters send it their orders.
using System.Collections.Concurrent;

namespace Koans.Races;

public class OrderBook
{
    private readonly List<string> _orders = [];
    private readonly BlockingCollection<Action> _jobs = new();

    public OrderBook()
    {
        new Thread(Own) { Name = "Owner", IsBackground = true }.Start();
    }

    public string[] Orders
    {
        get
        {
            string[] answer = [];
            var answered = new SemaphoreSlim(0);
            _jobs.Add(() =>
            {
                answer = _orders.ToArray();
                answered.Release();
            });
            answered.Wait();
            return answer;
        }
    }

    public void Take(string order) => _jobs.Add(() => _orders.Add(order));

    private void Own()
    {
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            job();
        }
    }
}
