// A: a channel that is complete from the beginning.
using System.Threading.Channels;

namespace Koans.Queues;

public class Backlog
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Action<string> _write;

    public Backlog(string[] left, Action<string> write)
    {
        _write = write;
        foreach (var line in left)
        {
            _lines.Writer.TryWrite(line);
        }

        _lines.Writer.Complete();
    }

    public void WriteAll()
    {
        while (_lines.Reader.TryRead(out var line))
        {
            _write(line);
        }
    }
}
