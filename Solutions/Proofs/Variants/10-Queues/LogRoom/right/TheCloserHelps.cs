// Whoever closes writes what is left, and waits for the others.
using System.Collections.Concurrent;

namespace Koans.Queues;

public class LogRoom(Action<string> write)
{
    private readonly BlockingCollection<string> _lines = new();
    private Task[] _loggers = [];

    public void Start(int loggers) => _loggers = [.. Enumerable.Range(1, loggers).Select(_ => Task.Run(Log))];

    public void Add(string line) => _lines.Add(line);

    public void CloseAndDrain()
    {
        _lines.CompleteAdding();
        Log();
        Task.WaitAll(_loggers);
    }

    private void Log()
    {
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            write(line);
        }
    }
}
