// Waits until all is taken, sets the flag, and wakes nobody.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Loggers write what is handed over to the log room, until it closes.
// When CloseAndDrain returns, every line that was handed over is written, and all loggers have gone home.
public class LogRoom(Action<string> write)
{
    private readonly BlockingCollection<string> _lines = new();
    private readonly List<Thread> _loggers = [];
    private volatile bool _closing;

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            var logger = new Thread(Log) { Name = $"Logger {number}" };
            _loggers.Add(logger);
            logger.Start();
        }
    }

    public void Add(string line) => _lines.Add(line);

    public void CloseAndDrain()
    {
        SpinWait.SpinUntil(() => _lines.Count == 0);
        _closing = true;
        _loggers.ForEach(logger => logger.Join());
    }

    private void Log()
    {
        while (!_closing)
        {
            write(_lines.Take());
        }
    }
}
