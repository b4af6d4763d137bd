// A blocking collection for the lines, a monitor for the count.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Lines are handed over, and loggers write them.
// When Flush returns, every line that was handed over before is written.
public class Logbook(Action<string> write)
{
    private readonly BlockingCollection<string> _lines = new();
    private readonly object _gate = new();
    private int _unwritten;

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Add(string line)
    {
        lock (_gate)
        {
            _unwritten++;
        }

        _lines.Add(line);
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

    private void Log()
    {
        foreach (var line in _lines.GetConsumingEnumerable())
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
