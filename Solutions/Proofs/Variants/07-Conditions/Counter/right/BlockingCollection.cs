// K: a collection with room for so many.
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Koans.Conditions;

public class Counter(int capacity)
{
    private readonly BlockingCollection<string> _dishes = new(capacity);

    public void Put(string dish) => _dishes.Add(dish);

    public string Take() => _dishes.Take();

    public bool TryTake(TimeSpan patience, [NotNullWhen(true)] out string? dish) => _dishes.TryTake(out dish, patience);
}
