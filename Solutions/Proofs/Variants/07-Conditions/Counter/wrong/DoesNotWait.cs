// S: looks once and goes home.
// refused by: A_chef_with_a_deadline_goes_home_on_time
// met by: The_right_one_is_woken
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
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
            return _dishes.TryDequeue(out dish);
        }
    }
}
