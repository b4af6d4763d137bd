// S: waits until the queue is empty, and then a little longer.
namespace Koans.Queues;

// Lines are handed over, and loggers write them.
// When Flush returns, every line that was handed over before is written.
public class Logbook(Action<string> write)
{
    private readonly object _gate = new();
    private readonly Queue<string> _lines = new();

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Add(string line)
    {
        lock (_gate)
        {
            _lines.Enqueue(line);
            Monitor.PulseAll(_gate);
        }
    }

    public void Flush()
    {
        lock (_gate)
        {
            while (_lines.Count > 0)
            {
                Monitor.Wait(_gate);
            }
        }

        Thread.Sleep(100);
    }

    private void Log()
    {
        while (true)
        {
            var line = Next();
            write(line);
        }
    }

    private string Next()
    {
        lock (_gate)
        {
            while (_lines.Count == 0)
            {
                Monitor.Wait(_gate);
            }

            Monitor.PulseAll(_gate);
            return _lines.Dequeue();
        }
    }
}
