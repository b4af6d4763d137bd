// A reader-writer lock on its reading side.
namespace Koans.Queues;

public class Backlog(string[] left, Action<string> write)
{
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Queue<string> _lines = new(left);

    public void WriteAll()
    {
        while (TryNext(out var line))
        {
            write(line!);
        }
    }

    private bool TryNext(out string? line)
    {
        _gate.EnterReadLock();
        try
        {
            return _lines.TryDequeue(out line);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }
}
