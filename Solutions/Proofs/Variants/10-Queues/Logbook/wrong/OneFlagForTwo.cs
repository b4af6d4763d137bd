// One flag says that somebody writes; the first who has finished takes it down.
namespace Koans.Queues;

// Lines are handed over, and loggers write them.
// When Flush returns, every line that was handed over before is written.
public class Logbook(Action<string> write)
{
    private readonly object _gate = new();
    private readonly Queue<string> _lines = new();
    private bool _writing;

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
            while (_lines.Count > 0 || _writing)
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
                _writing = false;
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

            _writing = true;
            Monitor.PulseAll(_gate);
            return _lines.Dequeue();
        }
    }
}
