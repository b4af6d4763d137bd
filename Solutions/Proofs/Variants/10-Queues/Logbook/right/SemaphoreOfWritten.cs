// A semaphore that counts what is written; Flush takes as many as were added.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Lines are handed over, and loggers write them.
// When Flush returns, every line that was handed over before is written.
public class Logbook(Action<string> write)
{
    private readonly BlockingCollection<string> _lines = new();
    private readonly SemaphoreSlim _written = new(0);
    private int _added;

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Add(string line)
    {
        Interlocked.Increment(ref _added);
        _lines.Add(line);
    }

    public void Flush()
    {
        for (var open = Interlocked.Exchange(ref _added, 0); open > 0; open--)
        {
            _written.Wait();
        }
    }

    private void Log()
    {
        while (true)
        {
            write(_lines.Take());
            _written.Release();
        }
    }
}
