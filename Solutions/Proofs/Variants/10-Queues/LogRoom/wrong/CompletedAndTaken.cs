// Closed rightly; but Take throws at the end, and nobody catches it.
using System.Collections.Concurrent;

namespace Koans.Queues;

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
        _loggers.ForEach(logger => logger.Join());
    }

    private void Log()
    {
        while (!_lines.IsCompleted)
        {
            write(_lines.Take());
        }
    }
}
