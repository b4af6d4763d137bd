// An AutoResetEvent, and whoever takes a dish and leaves another rings again.
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
            _bell.Set();
        }
    }

    public string TakeDish()
    {
        while (true)
        {
            _bell.WaitOne();
            lock (_dishes)
            {
                if (_dishes.TryDequeue(out var dish))
                {
                    if (_dishes.Count > 0)
                    {
                        _bell.Set();
                    }

                    return dish;
                }
            }
        }
    }
}
