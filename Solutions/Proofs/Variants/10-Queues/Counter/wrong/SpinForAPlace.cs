// P: a cook who finds no place looks again and again.
namespace Koans.Queues;

public class Counter(int places)
{
    private readonly object _gate = new();
    private readonly Queue<string> _dishes = new(places);

    public void Put(string dish)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_dishes.Count < places)
                {
                    _dishes.Enqueue(dish);
                    Monitor.PulseAll(_gate);
                    return;
                }
            }

            Thread.Yield();
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

            return _dishes.Dequeue();
        }
    }
}
