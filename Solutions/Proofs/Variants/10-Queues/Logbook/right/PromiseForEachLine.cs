// Every line comes with a promise that it is written, and Flush waits for all of those there are.
using System.Collections.Concurrent;

namespace Koans.Queues;

public class Logbook(Action<string> write)
{
    private readonly BlockingCollection<(string Line, TaskCompletionSource Written)> _lines = new();
    private readonly ConcurrentQueue<Task> _promises = new();

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
        _promises.Enqueue(written.Task);
        _lines.Add((line, written));
    }

    public void Flush() => Task.WaitAll(_promises.ToArray());

    private void Log()
    {
        foreach (var (line, written) in _lines.GetConsumingEnumerable())
        {
            write(line);
            written.SetResult();
        }
    }
}
