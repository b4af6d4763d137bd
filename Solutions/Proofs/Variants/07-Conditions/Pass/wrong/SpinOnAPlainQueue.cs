// P: looks at the queue without the lock, and takes from it without looking again.
namespace Koans.Conditions;

public class Pass
{
    private readonly Lock _gate = new();
    private readonly Queue<string> _dishes = new();

    public void Prepare(string dish)
    {
        lock (_gate)
        {
            _dishes.Enqueue(dish);
        }
    }

    public string TakeDish()
    {
        SpinWait.SpinUntil(() => _dishes.Count > 0);
        lock (_gate)
        {
            return _dishes.Dequeue();
        }
    }
}
