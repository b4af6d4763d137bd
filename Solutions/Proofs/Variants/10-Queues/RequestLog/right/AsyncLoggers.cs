// A: the loggers are tasks that await a semaphore.
using System.Collections.Concurrent;

namespace Koans.Queues;

public class RequestLog(Action<string> write)
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _ready = new(0);

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            _ = Task.Run(Log);
        }
    }

    public void Handle(int request)
    {
        _lines.Enqueue($"request {request}");
        _ready.Release();
    }

    private async Task Log()
    {
        while (true)
        {
            await _ready.WaitAsync();
            if (_lines.TryDequeue(out var line))
            {
                write(line);
            }
        }
    }
}
