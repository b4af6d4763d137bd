// A logger writes one line, and goes home.
using System.Collections.Concurrent;

namespace Koans.Queues;

public class RequestLog(Action<string> write)
{
    private readonly BlockingCollection<string> _lines = new();

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(() => write(_lines.Take())) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Handle(int request) => _lines.Add($"request {request}");
}
