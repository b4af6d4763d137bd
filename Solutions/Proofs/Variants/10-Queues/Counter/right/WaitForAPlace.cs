// M: waits for a place, and is told of one.
namespace Koans.Queues;

// Cooks put dishes on the counter, waiters take them, first come, first served.
// The counter has so many places. A cook who finds no place sleeps until a dish is taken; no dish is dropped.
public class Counter(int places)
{
    private readonly object _gate = new();
    private readonly Queue<string> _dishes = new(places);

    public void Put(string dish)
    {
        lock (_gate)
        {
            while (_dishes.Count == places)
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
