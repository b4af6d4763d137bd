// D: the look and the taking have a lock each.
namespace Koans.Queues;

// Lines that were left over from the day. Whoever has time writes them, until none is left.
// Each line is written once, and who finds no line any more goes home.
public class Backlog(string[] left, Action<string> write)
{
    private readonly object _look = new();
    private readonly object _take = new();
    private readonly Queue<string> _lines = new(left);

    private bool IsEmpty
    {
        get
        {
            lock (_look)
            {
                return _lines.Count == 0;
            }
        }
    }

    public void WriteAll()
    {
        while (!IsEmpty)
        {
            write(Next());
        }
    }

    private string Next()
    {
        lock (_take)
        {
            return _lines.Dequeue();
        }
    }
}
