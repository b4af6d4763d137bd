// Waits for a page whether or not somebody could still find one.
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
    private readonly Queue<Uri> _waiting = new();
    private int _beingRead;

    public bool TryAdd(Uri page)
    {
        if (!_known.TryAdd(page, true))
        {
            return false;
        }

        lock (_waiting)
        {
            _waiting.Enqueue(page);
            Monitor.PulseAll(_waiting);
        }

        return true;
    }

    public bool Take([NotNullWhen(true)] out Uri? page)
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
            {
                Monitor.Wait(_waiting);
            }

            if (!_waiting.TryDequeue(out page))
            {
                return false;
            }

            _beingRead++;
            return true;
        }
    }

    public void Done()
    {
        lock (_waiting)
        {
            _beingRead--;
            Monitor.PulseAll(_waiting);
        }
    }
}
