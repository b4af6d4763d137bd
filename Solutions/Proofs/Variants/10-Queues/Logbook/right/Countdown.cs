// A countdown that counts Flush as well.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Lines are handed over, and loggers write them.
// When Flush returns, every line that was handed over before is written.
public class Logbook(Action<string> write)
{
    private readonly BlockingCollection<string> _lines = new();
    private readonly CountdownEvent _open = new(1);

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Add(string line)
    {
        _open.AddCount();
        _lines.Add(line);
    }

    public void Flush()
    {
        _open.Signal();
        _open.Wait();
        _open.Reset(1);
    }

    private void Log()
    {
        while (true)
        {
            write(_lines.Take());
            _open.Signal();
        }
    }
}
