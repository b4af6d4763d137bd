// A bounded collection, and a token for the patience.
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Koans.Conditions;

public class Counter(int capacity)
{
    private readonly BlockingCollection<string> _dishes = new(capacity);

    public void Put(string dish) => _dishes.Add(dish);

    public string Take() => _dishes.Take();

    public bool TryTake(TimeSpan patience, [NotNullWhen(true)] out string? dish)
    {
        using var timeIsUp = new CancellationTokenSource(patience);
        if (_dishes.TryTake(out dish))
        {
            return true;
        }

        try
        {
            dish = _dishes.Take(timeIsUp.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            dish = null;
            return false;
        }
    }
}
