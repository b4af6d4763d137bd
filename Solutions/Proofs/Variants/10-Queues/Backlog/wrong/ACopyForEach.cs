// L: everybody has a queue of their own, with all lines in it.
namespace Koans.Queues;

// Lines that were left over from the day. Whoever has time writes them, until none is left.
// Each line is written once, and who finds no line any more goes home.
public class Backlog(string[] left, Action<string> write)
{
    private readonly ThreadLocal<Queue<string>> _lines = new(() => new(left));

    public void WriteAll()
    {
        while (_lines.Value!.TryDequeue(out var line))
        {
            write(line);
        }
    }
}
