// M: one enumerator for all, moved on under a lock.
namespace Koans.Queues;

public class Backlog(string[] left, Action<string> write)
{
    private readonly IEnumerator<string> _lines = ((IEnumerable<string>)left).GetEnumerator();

    public void WriteAll()
    {
        while (Next() is { } line)
        {
            write(line);
        }
    }

    private string? Next()
    {
        lock (_lines)
        {
            return _lines.MoveNext() ? _lines.Current : null;
        }
    }
}
