// One place, however many the counter has.
namespace Koans.Queues;

public class Counter(int places)
{
    private readonly object _gate = new();
    private readonly Queue<string> _dishes = new(places);

    public void Put(string dish)
    {
        lock (_gate)
        {
            while (_dishes.Count > 0)
            {
                Monitor.Wait(_gate);
            }

            _dishes.Enqueue(dish);
            Monitor.PulseAll(_gate);
        }
    }

    public string Take()
    {
        lock (_gate)
        {
            while (_dishes.Count == 0)
            {
                Monitor.Wait(_gate);
            }

            Monitor.PulseAll(_gate);
            return _dishes.Dequeue();
        }
    }
}
