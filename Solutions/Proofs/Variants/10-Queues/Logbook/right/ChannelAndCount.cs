// A channel for the lines, a monitor for the count.
using System.Threading.Channels;

namespace Koans.Queues;

// Lines are handed over, and loggers write them.
// When Flush returns, every line that was handed over before is written.
public class Logbook(Action<string> write)
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly object _gate = new();
    private int _unwritten;

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            _ = Task.Run(Log);
        }
    }

    public void Add(string line)
    {
        lock (_gate)
        {
            _unwritten++;
        }

        _lines.Writer.TryWrite(line);
    }

    public void Flush()
    {
        lock (_gate)
        {
            while (_unwritten > 0)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private async Task Log()
    {
        await foreach (var line in _lines.Reader.ReadAllAsync())
        {
            write(line);
            lock (_gate)
            {
                _unwritten--;
                Monitor.PulseAll(_gate);
            }
        }
    }
}
