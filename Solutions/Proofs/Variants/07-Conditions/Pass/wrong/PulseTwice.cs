// A second Pulse, in case the first is lost: nobody waits for that one either.
// refused by: The_chef_does_not_sleep_through_the_bell
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
        if (_dishes.Count == 0)
        {
            lock (_bell)
            {
                Monitor.Wait(_bell);
            }
        }

        lock (_bell)
        {
            return _dishes.Dequeue();
        }
    }
}
