// M: a semaphore of one.
namespace Koans.WebServer;

public class AccessLog(string file, Func<string> time)
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public void Write(string request)
    {
        _gate.Wait();
        try
        {
            using var log = new StreamWriter(file, append: true);
            log.WriteLine($"{time()} {request}");
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
