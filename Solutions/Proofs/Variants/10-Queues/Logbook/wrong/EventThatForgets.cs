// An event says that nothing is open, as soon as one line is written.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Lines are handed over, and loggers write them.
// When Flush returns, every line that was handed over before is written.
public class Logbook(Action<string> write)
{
    private readonly BlockingCollection<string> _lines = new();
    private readonly ManualResetEventSlim _nothingOpen = new(true);

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Add(string line)
    {
        _nothingOpen.Reset();
        _lines.Add(line);
    }

    public void Flush()
    {
        _nothingOpen.Wait();
    }

    private void Log()
    {
        while (true)
        {
            write(_lines.Take());
            _nothingOpen.Set();
        }
    }
}
