// K: a collection that waits by itself.
using System.Collections.Concurrent;

namespace Koans.Conditions;

public class Pass
{
    private readonly BlockingCollection<string> _dishes = [];

    public void Prepare(string dish)
    {
        _dishes.Add(dish);
    }

    public string TakeDish()
    {
        return _dishes.Take();
    }
}
