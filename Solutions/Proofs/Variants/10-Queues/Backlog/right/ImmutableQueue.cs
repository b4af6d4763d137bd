// F: an immutable queue, swapped when a line is taken.
using System.Collections.Immutable;

namespace Koans.Queues;

// Lines that were left over from the day. Whoever has time writes them, until none is left.
// Each line is written once, and who finds no line any more goes home.
public class Backlog(string[] left, Action<string> write)
{
    private ImmutableQueue<string> _lines = ImmutableQueue.Create(left);

    public void WriteAll()
    {
        while (ImmutableInterlocked.TryDequeue(ref _lines, out var line))
        {
            write(line);
        }
    }
}
