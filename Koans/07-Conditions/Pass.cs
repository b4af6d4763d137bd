namespace Koans.Conditions;

// The pass between the kitchen staff and the chefs. The staff put a dish there and ring the bell; a
// chef who comes while there is nothing waits for it. Every dish goes to one chef, every chef gets one.
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
