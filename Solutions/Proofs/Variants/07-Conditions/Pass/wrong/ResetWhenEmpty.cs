// An event that the chefs reset when nothing is left, and with it the ring that has just come.
using System.Collections.Concurrent;

namespace Koans.Conditions;

public class Pass
{
    private readonly ManualResetEventSlim _bell = new();
    private readonly ConcurrentQueue<string> _dishes = new();

    public void Prepare(string dish)
    {
        _dishes.Enqueue(dish);
        _bell.Set();
    }

    public string TakeDish()
    {
        while (true)
        {
            _bell.Wait();
            if (_dishes.TryDequeue(out var dish))
            {
                return dish;
            }

            _bell.Reset();
        }
    }
}
