// W: the dish is put there without the lock, and two who do so lose one.
// refused by: The_chef_looks_again_after_waking
namespace Koans.Conditions;

public class Pass
{
    private readonly object _bell = new();
    private readonly Queue<string> _dishes = new();

    public void Prepare(string dish)
    {
        _dishes.Enqueue(dish);
        lock (_bell)
        {
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
