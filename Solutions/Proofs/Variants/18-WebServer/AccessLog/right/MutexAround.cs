// M: a mutex, which could keep other processes out, too.
namespace Koans.WebServer;

public class AccessLog(string file, Func<string> time)
{
    private readonly Mutex _gate = new();

    public void Write(string request)
    {
        _gate.WaitOne();
        try
        {
            using var log = new StreamWriter(file, append: true);
            log.WriteLine($"{time()} {request}");
        }
        finally
        {
            _gate.ReleaseMutex();
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
