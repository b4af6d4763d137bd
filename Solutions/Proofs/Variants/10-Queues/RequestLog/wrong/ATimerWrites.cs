// P: a timer looks ten times a second.
using System.Collections.Concurrent;

namespace Koans.Queues;

public class RequestLog(Action<string> write)
{
    private readonly ConcurrentQueue<string> _lines = new();
    private Timer? _timer;

    public void Start(int loggers) => _timer = new Timer(_ => WriteAll(), null, 100, 100);

    public void Handle(int request) => _lines.Enqueue($"request {request}");

    private void WriteAll()
    {
        while (_lines.TryDequeue(out var line))
        {
            write(line);
        }
    }
}
