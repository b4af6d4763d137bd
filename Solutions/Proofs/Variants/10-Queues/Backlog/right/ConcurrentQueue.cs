// K: one call that looks and takes.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Lines that were left over from the day. Whoever has time writes them, until none is left.
// Each line is written once, and who finds no line any more goes home.
public class Backlog(string[] left, Action<string> write)
{
    private readonly ConcurrentQueue<string> _lines = new(left);

    public void WriteAll()
    {
        while (_lines.TryDequeue(out var line))
        {
            write(line);
        }
    }
}
