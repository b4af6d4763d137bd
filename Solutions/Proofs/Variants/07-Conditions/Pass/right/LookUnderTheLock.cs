// M: looking and beginning to wait in one visit, and looking again after it.
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
                Monitor.Wait(_bell);
            }

            return _dishes.Dequeue();
        }
    }
}
