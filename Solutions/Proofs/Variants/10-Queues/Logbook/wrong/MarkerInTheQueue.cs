// Flush sends a marker after the lines and waits until it is taken: with two loggers it overtakes one.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Lines are handed over, and loggers write them.
// When Flush returns, every line that was handed over before is written.
public class Logbook(Action<string> write)
{
    private readonly BlockingCollection<object> _lines = new();

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Add(string line)
    {
        _lines.Add(line);
    }

    public void Flush()
    {
        var marker = new ManualResetEventSlim();
        _lines.Add(marker);
        marker.Wait();
    }

    private void Log()
    {
        while (true)
        {
            switch (_lines.Take())
            {
                case ManualResetEventSlim marker:
                    marker.Set();
                    break;
                case string line:
                    write(line);
                    break;
            }
        }
    }
}
