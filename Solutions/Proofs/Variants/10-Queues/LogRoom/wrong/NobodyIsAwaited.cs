// Closes, and does not wait for those who write.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Loggers write what is handed over to the log room, until it closes.
// When CloseAndDrain returns, every line that was handed over is written, and all loggers have gone home.
public class LogRoom(Action<string> write)
{
    private readonly BlockingCollection<string> _lines = new();
    private readonly List<Thread> _loggers = [];

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
        _lines.CompleteAdding();
    }

    private void Log()
    {
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            write(line);
        }
    }
}
