// Whoever is woken and finds nothing takes it for the end of the time.
using System.Diagnostics;
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
        var asked = Stopwatch.StartNew();
        lock (_gate)
        {
            dish = null;
            if (_dishes.Count == 0)
            {
                var left = patience - asked.Elapsed;
                if (left <= TimeSpan.Zero || !Monitor.Wait(_gate, left))
                {
                    return false;
                }
            }

            Monitor.PulseAll(_gate);
            return _dishes.TryDequeue(out dish);
        }
    }
}
