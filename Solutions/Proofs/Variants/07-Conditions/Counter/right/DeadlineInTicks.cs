// M: the moment at which patience ends, as a number.
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
        var end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        lock (_gate)
        {
            while (_dishes.Count == 0)
            {
                var left = end - Environment.TickCount64;
                if (left <= 0)
                {
                    dish = null;
                    return false;
                }

                Monitor.Wait(_gate, (int)left);
            }

            Monitor.PulseAll(_gate);
            dish = _dishes.Dequeue();
            return true;
        }
    }
}
