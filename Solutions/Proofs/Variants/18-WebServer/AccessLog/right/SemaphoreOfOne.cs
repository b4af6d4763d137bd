// M: a semaphore of one.
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public void Write(string line)
    {
        _gate.Wait();
        try
        {
            using var log = new StreamWriter(file, append: true);
            log.WriteLine(line);
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
