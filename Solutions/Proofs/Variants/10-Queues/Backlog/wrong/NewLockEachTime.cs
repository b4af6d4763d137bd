// N: a lock that nobody else can have.
namespace Koans.Queues;

// Lines that were left over from the day. Whoever has time writes them, until none is left.
// Each line is written once, and who finds no line any more goes home.
public class Backlog(string[] left, Action<string> write)
{
    private readonly Queue<string> _lines = new(left);

    public void WriteAll()
    {
        while (true)
        {
            string line;
            lock (new object())
            {
                if (_lines.Count == 0)
                {
                    return;
                }

                line = _lines.Dequeue();
            }

            write(line);
        }
    }
}
