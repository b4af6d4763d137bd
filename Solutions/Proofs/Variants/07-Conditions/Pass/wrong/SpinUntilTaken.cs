// P: spins until a dish is in its hands; and who spins for long sleeps a little in between.
using System.Collections.Concurrent;

namespace Koans.Conditions;

public class Pass
{
    private readonly ConcurrentQueue<string> _dishes = new();

    public void Prepare(string dish) => _dishes.Enqueue(dish);

    public string TakeDish()
    {
        string? dish = null;
        SpinWait.SpinUntil(() => _dishes.TryDequeue(out dish));
        return dish!;
    }
}
