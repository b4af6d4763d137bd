// K: a bag made for many hands, added up by one.
using System.Collections.Concurrent;

namespace Koans.PoolAndTasks;

public class LetterCount
{
    private readonly ConcurrentBag<int> _counts = [];

    public int Total => _counts.Sum();

    public void Count(string[] pages) => Task.WaitAll([.. pages.Select(page => Task.Run(() => _counts.Add(page.Length)))]);
}
