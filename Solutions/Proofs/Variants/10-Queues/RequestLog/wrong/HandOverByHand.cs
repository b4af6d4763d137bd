// Z: a handler waits until somebody takes the line out of its hand, and then until it is written.
namespace Koans.Queues;

// Request handlers hand a line over and go on to the next guest; loggers write the lines.
// No handler waits for the writing. A logger who has nothing to write sleeps until there is a line,
// and then writes it at once.
public class RequestLog(Action<string> write)
{
    private readonly SemaphoreSlim _free = new(1);
    private readonly SemaphoreSlim _there = new(0);
    private string _line = "";

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            new Thread(Log) { Name = $"Logger {number}", IsBackground = true }.Start();
        }
    }

    public void Handle(int request)
    {
        _free.Wait();
        _line = $"request {request}";
        _there.Release();
    }

    private void Log()
    {
        while (true)
        {
            _there.Wait();
            write(_line);
            _free.Release();
        }
    }
}
