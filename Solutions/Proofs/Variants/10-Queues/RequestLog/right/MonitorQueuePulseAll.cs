// M: the same, and all are woken.
namespace Koans.Queues;

// Request handlers hand a line over and go on to the next guest; loggers write the lines.
// No handler waits for the writing. A logger who has nothing to write sleeps until there is a line,
// and then writes it at once.
public class RequestLog(Action<string> write)
{
    private readonly object _gate = new();
    private readonly LinkedList<string> _lines = new();

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Handle(int request)
    {
        lock (_gate)
        {
            _lines.AddLast($"request {request}");
            Monitor.PulseAll(_gate);
        }
    }

    private void Log()
    {
        while (true)
        {
            write(Next());
        }
    }

    private string Next()
    {
        lock (_gate)
        {
            while (_lines.Count == 0)
            {
                Monitor.Wait(_gate);
            }

            var line = _lines.First!.Value;
            _lines.RemoveFirst();
            return line;
        }
    }
}
