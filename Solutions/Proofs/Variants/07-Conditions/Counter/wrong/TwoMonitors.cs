// D: a monitor for the staff and one for the chefs, and the dishes under neither alone.
// refused by: The_right_one_is_woken
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics;

namespace Koans.Conditions;

public class Counter(int capacity)
{
    private readonly object _notFull = new();
    private readonly object _gate = new();
    private readonly Queue<string> _dishes = new();

    public void Put(string dish)
    {
        lock (_notFull)
        {
            while (_dishes.Count == capacity)
            {
                Monitor.Wait(_notFull);
            }
        }

        lock (_gate)
        {
            _dishes.Enqueue(dish);
            Monitor.Pulse(_gate);
        }
    }

    public string Take()
    {
        string dish;
        lock (_gate)
        {
            while (_dishes.Count == 0)
            {
                Monitor.Wait(_gate);
            }

            dish = _dishes.Dequeue();
        }

        Monitor.Pulse(_notFull);
        return dish;
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
