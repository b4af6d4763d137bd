// Joins while holding what the loggers need.
namespace Koans.Queues;

// Loggers write what is handed over to the log room, until it closes.
// When CloseAndDrain returns, every line that was handed over is written, and all loggers have gone home.
public class LogRoom(Action<string> write)
{
    private readonly Queue<string> _lines = new();
    private readonly List<Thread> _loggers = [];
    private bool _closing;

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            var logger = new Thread(Log) { Name = $"Logger {number}" };
            _loggers.Add(logger);
            logger.Start();
        }
    }

    public void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            Monitor.Pulse(_lines);
        }
    }

    public void CloseAndDrain()
    {
        lock (_lines)
        {
            _closing = true;
            Monitor.PulseAll(_lines);
            _loggers.ForEach(logger => logger.Join());
        }
    }

    private void Log()
    {
        while (true)
        {
            string line;
            lock (_lines)
            {
                while (_lines.Count == 0)
                {
                    if (_closing)
                    {
                        return;
                    }

                    Monitor.Wait(_lines);
                }

                line = _lines.Dequeue();
            }

            write(line);
        }
    }
}
