// A blocking collection, enumerated until it closes.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Request handlers hand a line over and go on to the next guest; loggers write the lines.
// No handler waits for the writing. A logger who has nothing to write sleeps until there is a line,
// and then writes it at once.
public class RequestLog(Action<string> write)
{
    private readonly BlockingCollection<string> _lines = new();

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Handle(int request) => _lines.Add($"request {request}");

    private void Log()
    {
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            write(line);
        }
    }
}
