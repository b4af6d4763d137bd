// I: the number goes up in one step, and is read again to fetch the line.
namespace Koans.Queues;

public class Backlog(string[] left, Action<string> write)
{
    private int _next = -1;

    public void WriteAll()
    {
        while (Interlocked.Increment(ref _next) < left.Length)
        {
            write(left[Volatile.Read(ref _next)]);
        }
    }
}
