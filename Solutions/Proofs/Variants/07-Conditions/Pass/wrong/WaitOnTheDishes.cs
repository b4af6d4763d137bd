// The staff ring one bell, and the chef waits at another.
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
        lock (_bell)
        {
            while (_dishes.Count == 0)
            {
                Monitor.Wait(_dishes);
            }

            return _dishes.Dequeue();
        }
    }
}
