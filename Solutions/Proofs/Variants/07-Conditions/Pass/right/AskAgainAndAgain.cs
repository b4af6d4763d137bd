// Polls, but under the lock, and takes what it has seen: right, and never asleep.
namespace Koans.Conditions;

public class Pass
{
    private readonly object _gate = new();
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
        while (true)
        {
            lock (_gate)
            {
                if (_dishes.TryDequeue(out var dish))
                {
                    return dish;
                }
            }

            Thread.Yield();
        }
    }
}
