// The count of what is not read goes up after the page can be taken.
// refused by: The_crawl_ends_exactly_when_nothing_is_left
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Koans.Crawler;

// The pages that are known. Each is handed out once, however many links lead to it.
// Whoever takes a page says Done when it is read and its links are added. While a page is being read
// there may be more to come, so Take waits; it says no when nothing is left, and not before.
public class Frontier
{
    private readonly ConcurrentDictionary<Uri, bool> _known = new();
    private readonly BlockingCollection<Uri> _waiting = new();
    private int _notRead;

    public bool TryAdd(Uri page)
    {
        if (!_known.TryAdd(page, true))
        {
            return false;
        }

        _waiting.Add(page);
        Interlocked.Increment(ref _notRead);
        return true;
    }

    public bool Take([NotNullWhen(true)] out Uri? page) => _waiting.TryTake(out page, Timeout.Infinite);

    public void Done()
    {
        if (Interlocked.Decrement(ref _notRead) == 0)
        {
            _waiting.CompleteAdding();
        }
    }
}
