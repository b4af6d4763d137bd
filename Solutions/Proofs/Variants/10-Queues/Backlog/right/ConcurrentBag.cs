// K: a bag made for many hands; nobody asked for an order among the lines.
using System.Collections.Concurrent;

namespace Koans.Queues;

public class Backlog(string[] left, Action<string> write)
{
    private readonly ConcurrentBag<string> _lines = new(left);

    public void WriteAll()
    {
        while (_lines.TryTake(out var line))
        {
            write(line);
        }
    }
}
