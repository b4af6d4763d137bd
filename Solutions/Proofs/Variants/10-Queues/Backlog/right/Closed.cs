// A blocking collection that is closed from the beginning.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Lines that were left over from the day. Whoever has time writes them, until none is left.
// Each line is written once, and who finds no line any more goes home.
public class Backlog(string[] left, Action<string> write)
{
    private readonly BlockingCollection<string> _lines = Closed(left);

    public void WriteAll()
    {
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            write(line);
        }
    }

    private static BlockingCollection<string> Closed(string[] left)
    {
        var lines = new BlockingCollection<string>(new ConcurrentQueue<string>(left));
        lines.CompleteAdding();
        return lines;
    }
}
