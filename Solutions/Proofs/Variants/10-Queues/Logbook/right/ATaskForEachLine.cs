// A task for each line that is completed when it is written; Flush waits for all.
using System.Collections.Concurrent;

namespace Koans.Queues;

// Lines are handed over, and loggers write them.
// When Flush returns, every line that was handed over before is written.
public class Logbook(Action<string> write)
{
    private readonly BlockingCollection<(string Line, TaskCompletionSource Written)> _lines = new();
    private readonly List<Task> _open = [];

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Add(string line)
    {
        var written = new TaskCompletionSource();
        lock (_open)
        {
            _open.Add(written.Task);
        }

        _lines.Add((line, written));
    }

    public void Flush()
    {
        Task[] open;
        lock (_open)
        {
            open = _open.ToArray();
            _open.Clear();
        }

        Task.WaitAll(open);
    }

    private void Log()
    {
        while (true)
        {
            var (line, written) = _lines.Take();
            write(line);
            written.SetResult();
        }
    }
}
