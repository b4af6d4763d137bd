// P: the queue is safe now, and the logger still looks ten times a second.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Request handlers hand a line over and go on to the next guest; loggers write the lines.
// No handler waits for the writing. A logger who has nothing to write sleeps until there is a line,
// and then writes it at once.
public class RequestLog(Action<string> write)
{
    private readonly ConcurrentQueue<string> _lines = new();

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Handle(int request) => _lines.Enqueue($"request {request}");

    private void Log()
    {
        while (true)
        {
            if (!_lines.TryDequeue(out var line))
            {
                Thread.Sleep(100);
                continue;
            }

            write(line);
        }
    }
}
