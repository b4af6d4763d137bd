// An event says that all is written, and is not taken back when the next line comes.
namespace Koans.Queues;

public class Logbook(Action<string> write)
{
    private readonly object _gate = new();
    private readonly Queue<string> _lines = new();
    private readonly ManualResetEventSlim _allWritten = new();
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

    public void Flush() => _allWritten.Wait();

    private void Log()
    {
        while (true)
        {
            write(Next());
            lock (_gate)
            {
                if (--_unwritten == 0)
                {
                    _allWritten.Set();
                }
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
