// M: the event stays set while dishes are left, and whoever wakes looks under the lock.
namespace Koans.Conditions;

public class Pass
{
    private readonly ManualResetEventSlim _some = new();
    private readonly Queue<string> _dishes = new();

    public void Prepare(string dish)
    {
        lock (_dishes)
        {
            _dishes.Enqueue(dish);
            _some.Set();
        }
    }

    public string TakeDish()
    {
        while (true)
        {
            _some.Wait();
            lock (_dishes)
            {
                if (_dishes.TryDequeue(out var dish))
                {
                    return dish;
                }

                _some.Reset();
            }
        }
    }
}
