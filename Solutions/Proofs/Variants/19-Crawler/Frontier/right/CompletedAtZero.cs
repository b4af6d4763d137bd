// K: the count goes up before the page is there, and at zero the collection is closed.
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

        Interlocked.Increment(ref _notRead);
        _waiting.Add(page);
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
