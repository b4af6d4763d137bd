// The moment when it ends, by the clock on the wall.
using System.Diagnostics.CodeAnalysis;

namespace Koans.Conditions;

public class Counter(int capacity)
{
    private readonly object _gate = new();
    private readonly Queue<string> _dishes = new();

    public void Put(string dish)
    {
        lock (_gate)
        {
            while (_dishes.Count == capacity)
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

    public bool TryTake(TimeSpan patience, [NotNullWhen(true)] out string? dish)
    {
        var end = DateTime.UtcNow + patience;
        lock (_gate)
        {
            while (!_dishes.TryDequeue(out dish))
            {
                var left = end - DateTime.UtcNow;
                if (left <= TimeSpan.Zero)
                {
                    return false;
                }

                Monitor.Wait(_gate, left);
            }

            Monitor.PulseAll(_gate);
            return true;
        }
    }
}
