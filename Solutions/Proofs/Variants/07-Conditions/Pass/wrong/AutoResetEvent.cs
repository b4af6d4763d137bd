// An event remembers one signal, and two dishes may be there.
// refused by: The_chef_looks_again_after_waking
// met by: The_chef_does_not_sleep_through_the_bell
namespace Koans.Conditions;

public class Pass
{
    private readonly AutoResetEvent _bell = new(false);
    private readonly Queue<string> _dishes = new();

    public void Prepare(string dish)
    {
        lock (_dishes)
        {
            _dishes.Enqueue(dish);
        }

        _bell.Set();
    }

    public string TakeDish()
    {
        _bell.WaitOne();
        lock (_dishes)
        {
            return _dishes.Dequeue();
        }
    }
}
