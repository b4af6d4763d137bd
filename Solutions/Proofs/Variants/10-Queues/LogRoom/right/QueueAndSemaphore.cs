// K: a concurrent queue and a semaphore; closing gives a permit for each logger, and no line for it.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Loggers write what is handed over to the log room, until it closes.
// When CloseAndDrain returns, every line that was handed over is written, and all loggers have gone home.
public class LogRoom(Action<string> write)
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _there = new(0);
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

    public void Add(string line)
    {
        _lines.Enqueue(line);
        _there.Release();
    }

    public void CloseAndDrain()
    {
        _there.Release(_loggers.Count);
        _loggers.ForEach(logger => logger.Join());
    }

    private void Log()
    {
        while (true)
        {
            _there.Wait();
            if (!_lines.TryDequeue(out var line))
            {
                return;
            }

            write(line);
        }
    }
}
