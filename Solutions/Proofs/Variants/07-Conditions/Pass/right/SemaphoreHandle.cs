// A semaphore of the operating system, and a lock for the queue.
namespace Koans.Conditions;

public class Pass
{
    private readonly Semaphore _ready = new(0, int.MaxValue);
    private readonly Queue<string> _dishes = new();

    public void Prepare(string dish)
    {
        lock (_dishes)
        {
            _dishes.Enqueue(dish);
        }

        _ready.Release();
    }

    public string TakeDish()
    {
        _ready.WaitOne();
        lock (_dishes)
        {
            return _dishes.Dequeue();
        }
    }
}
