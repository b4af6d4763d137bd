// Closes the queue, and takes that for written.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Lines are handed over, and loggers write them.
// When Flush returns, every line that was handed over before is written.
public class Logbook(Action<string> write)
{
    private readonly BlockingCollection<string> _lines = new();

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Add(string line)
    {
        _lines.Add(line);
    }

    public void Flush()
    {
        _lines.CompleteAdding();
        SpinWait.SpinUntil(() => _lines.IsCompleted);
    }

    private void Log()
    {
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            write(line);
        }
    }
}
