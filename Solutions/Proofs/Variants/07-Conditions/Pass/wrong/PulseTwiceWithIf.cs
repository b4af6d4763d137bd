// A second Pulse, and who wakes does not look.
// refused by: The_chef_looks_again_after_waking
namespace Koans.Conditions;

public class Pass
{
    private readonly object _bell = new();
    private readonly Queue<string> _dishes = new();

    public void Prepare(string dish)
    {
        lock (_bell)
        {
            _dishes.Enqueue(dish);
            Monitor.Pulse(_bell);
            Monitor.Pulse(_bell);
        }
    }

    public string TakeDish()
    {
        lock (_bell)
        {
            if (_dishes.Count == 0)
            {
                Monitor.Wait(_bell);
            }

            return _dishes.Dequeue();
        }
    }
}
