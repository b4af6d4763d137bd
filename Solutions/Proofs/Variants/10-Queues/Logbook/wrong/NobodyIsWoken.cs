// The count goes down, and who waits for it is not woken.
namespace Koans.Queues;

// Lines are handed over, and loggers write them.
// When Flush returns, every line that was handed over before is written.
public class Logbook(Action<string> write)
{
    private readonly object _gate = new();
    private readonly Queue<string> _lines = new();
    private int _unwritten;

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
            _unwritten++;
            _lines.Enqueue(line);
            Monitor.PulseAll(_gate);
        }
    }

    public void Flush()
    {
        lock (_gate)
        {
            while (_unwritten > 0)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private void Log()
    {
        while (true)
        {
            var line = Next();
            write(line);
            lock (_gate)
            {
                _unwritten--;
            }
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

            return _lines.Dequeue();
        }
    }
}
