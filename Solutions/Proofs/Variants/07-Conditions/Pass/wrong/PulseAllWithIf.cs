// PulseAll wakes both chefs for one dish, and neither looks again.
// refused by: The_chef_looks_again_after_waking
// met by: The_chef_does_not_sleep_through_the_bell
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
            Monitor.PulseAll(_bell);
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
