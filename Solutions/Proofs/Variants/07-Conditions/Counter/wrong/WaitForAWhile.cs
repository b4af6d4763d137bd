// S: a time-out in every wait wakes the right one some time later.
// refused by: The_right_one_is_woken
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics;

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
                Monitor.Wait(_gate, 100);
            }

            _dishes.Enqueue(dish);
            Monitor.Pulse(_gate);
        }
    }

    public string Take()
    {
        lock (_gate)
        {
            while (_dishes.Count == 0)
            {
                Monitor.Wait(_gate, 100);
            }

            Monitor.Pulse(_gate);
            return _dishes.Dequeue();
        }
    }

    public bool TryTake(TimeSpan patience, [NotNullWhen(true)] out string? dish)
    {
        var asked = Stopwatch.StartNew();
        lock (_gate)
        {
            dish = null;
            while (_dishes.Count == 0)
            {
                var left = patience - asked.Elapsed;
                if (left <= TimeSpan.Zero || !Monitor.Wait(_gate, left))
                {
                    return false;
                }
            }

            Monitor.PulseAll(_gate);
            dish = _dishes.Dequeue();
            return true;
        }
    }
}
