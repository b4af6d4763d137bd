// Takes and looks in one step, and writes one line at most.
using System.Collections.Concurrent;

namespace Koans.Queues;

public class Backlog(string[] left, Action<string> write)
{
    private readonly ConcurrentQueue<string> _lines = new(left);

    public void WriteAll()
    {
        if (_lines.TryDequeue(out var line))
        {
            write(line);
        }
    }
}
