// V: a volatile index, read and written apart.
namespace Koans.Queues;

// Lines that were left over from the day. Whoever has time writes them, until none is left.
// Each line is written once, and who finds no line any more goes home.
public class Backlog(string[] left, Action<string> write)
{
    private volatile int _next;

    public void WriteAll()
    {
        while (_next < left.Length)
        {
            var mine = _next;
            _next = mine + 1;
            write(left[mine]);
        }
    }
}
