// W: the dish is put there without the lock, after the bell.
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
            Monitor.Pulse(_bell);
        }

        _dishes.Enqueue(dish);
    }

    public string TakeDish()
    {
        lock (_bell)
        {
            while (_dishes.Count == 0)
            {
                Monitor.Wait(_bell);
            }

            return _dishes.Dequeue();
        }
    }
}
