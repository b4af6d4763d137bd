// M: the bell may ring before the dish is there, as long as the lock is held until it is.
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
            _dishes.Enqueue(dish);
        }
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
