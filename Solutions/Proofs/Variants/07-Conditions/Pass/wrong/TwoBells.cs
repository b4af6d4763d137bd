// D: the staff ring one bell, and the chefs listen to another.
// refused by: The_chef_does_not_sleep_through_the_bell
namespace Koans.Conditions;

public class Pass
{
    private readonly object _bell = new();
    private readonly object _other = new();
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
        lock (_other)
        {
            while (_dishes.Count == 0)
            {
                Monitor.Wait(_other);
            }

            return _dishes.Dequeue();
        }
    }
}
