// Flush waits until two lines are written, however many were handed over.
namespace Koans.Queues;

public class Logbook(Action<string> write)
{
    private readonly object _gate = new();
    private readonly Queue<string> _lines = new();
    private int _written;

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
            while (_written < 2)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private void Log()
    {
        while (true)
        {
            write(Next());
            lock (_gate)
            {
                _written++;
                Monitor.PulseAll(_gate);
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
