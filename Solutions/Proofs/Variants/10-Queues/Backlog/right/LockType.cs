// M: the same with System.Threading.Lock.
namespace Koans.Queues;

// Lines that were left over from the day. Whoever has time writes them, until none is left.
// Each line is written once, and who finds no line any more goes home.
public class Backlog(string[] left, Action<string> write)
{
    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new(left);

    public void WriteAll()
    {
        while (Next() is { } line)
        {
            write(line);
        }
    }

    private string? Next()
    {
        lock (_gate)
        {
            return _lines.Count == 0 ? null : _lines.Dequeue();
        }
    }
}
