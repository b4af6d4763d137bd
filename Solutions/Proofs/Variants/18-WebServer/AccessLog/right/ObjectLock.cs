// M: one lock for all who write to the file.
namespace Koans.WebServer;

public class AccessLog(string file, Func<string> time)
{
    private readonly object _gate = new();

    public void Write(string request)
    {
        lock (_gate)
        {
            using var log = new StreamWriter(file, append: true);
            log.WriteLine($"{time()} {request}");
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
