// Z: a queue with one place: the second handler waits until the first line is taken.
using System.Collections.Concurrent;

namespace Koans.Queues;

public class RequestLog(Action<string> write)
{
    private readonly BlockingCollection<string> _lines = new(boundedCapacity: 1);

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
