// S: a time-out that papers over the lost bell makes the chef come late.
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
        }
    }

    public string TakeDish()
    {
        while (_dishes.Count == 0)
        {
            lock (_bell)
            {
                Monitor.Wait(_bell, 1000);
            }
        }

        lock (_bell)
        {
            return _dishes.Dequeue();
        }
    }
}
