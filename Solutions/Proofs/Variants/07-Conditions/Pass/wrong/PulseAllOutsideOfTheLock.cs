// PulseAll after the lock is given back: only who has the lock may ring.
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
        }

        Monitor.PulseAll(_bell);
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
