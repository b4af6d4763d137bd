// I: everybody draws a number, and no number is drawn twice.
namespace Koans.Queues;

// Lines that were left over from the day. Whoever has time writes them, until none is left.
// Each line is written once, and who finds no line any more goes home.
public class Backlog(string[] left, Action<string> write)
{
    private int _next = -1;

    public void WriteAll()
    {
        for (var mine = Interlocked.Increment(ref _next); mine < left.Length; mine = Interlocked.Increment(ref _next))
        {
            write(left[mine]);
        }
    }
}
