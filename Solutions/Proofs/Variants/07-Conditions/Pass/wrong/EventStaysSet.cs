// An event that stays set says that there was a dish once.
// refused by: The_chef_looks_again_after_waking
// met by: The_chef_does_not_sleep_through_the_bell
namespace Koans.Conditions;

public class Pass
{
    private readonly ManualResetEventSlim _bell = new();
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
        _bell.Wait();
        lock (_dishes)
        {
            return _dishes.Dequeue();
        }
    }
}
