// S: looks every now and then, and comes late.
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
        while (true)
        {
            lock (_bell)
            {
                if (_dishes.TryDequeue(out var dish))
                {
                    return dish;
                }
            }

            Thread.Sleep(10);
        }
    }
}
