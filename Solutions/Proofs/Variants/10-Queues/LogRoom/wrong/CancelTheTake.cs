// A token wakes everybody, and overtakes the lines just as well.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Loggers write what is handed over to the log room, until it closes.
// When CloseAndDrain returns, every line that was handed over is written, and all loggers have gone home.
public class LogRoom(Action<string> write)
{
    private readonly BlockingCollection<string> _lines = new();
    private readonly List<Thread> _loggers = [];
    private readonly CancellationTokenSource _closing = new();

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
        _closing.Cancel();
        _loggers.ForEach(logger => logger.Join());
    }

    private void Log()
    {
        try
        {
            while (true)
            {
                write(_lines.Take(_closing.Token));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
