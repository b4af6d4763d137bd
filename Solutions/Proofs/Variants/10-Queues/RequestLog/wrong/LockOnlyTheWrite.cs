// W: handlers take turns, and the logger does not.
namespace Koans.Queues;

// Request handlers hand a line over and go on to the next guest; loggers write the lines.
// No handler waits for the writing. A logger who has nothing to write sleeps until there is a line,
// and then writes it at once.
public class RequestLog(Action<string> write)
{
    private readonly Queue<string> _lines = new();
    private readonly SemaphoreSlim _there = new(0);

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Handle(int request)
    {
        lock (_lines)
        {
            _lines.Enqueue($"request {request}");
        }

        _there.Release();
    }

    private void Log()
    {
        while (true)
        {
            _there.Wait();
            write(_lines.Dequeue());
        }
    }
}
