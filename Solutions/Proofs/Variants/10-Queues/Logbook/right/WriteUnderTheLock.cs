// M: written before the lock is given back. Right; but those who hand over wait for the writing.
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
    }

    private void Log()
    {
        while (true)
        {
            lock (_gate)
            {
                while (_lines.Count == 0)
                {
                    Monitor.Wait(_gate);
                }

                write(_lines.Dequeue());
                Monitor.PulseAll(_gate);
            }
        }
    }
}
