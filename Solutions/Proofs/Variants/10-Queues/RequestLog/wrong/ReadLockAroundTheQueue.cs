// A reader-writer lock on its reading side, where everybody changes the queue.
namespace Koans.Queues;

public class RequestLog(Action<string> write)
{
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly SemaphoreSlim _ready = new(0);
    private readonly Queue<string> _lines = new();

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Handle(int request)
    {
        _gate.EnterReadLock();
        _lines.Enqueue($"request {request}");
        _gate.ExitReadLock();
        _ready.Release();
    }

    private void Log()
    {
        while (true)
        {
            _ready.Wait();
            _gate.EnterReadLock();
            var line = _lines.Dequeue();
            _gate.ExitReadLock();
            write(line);
        }
    }
}
