// M: one lock for all who write to the file.
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly object _gate = new();

    public void Write(string line)
    {
        lock (_gate)
        {
            using var log = new StreamWriter(file, append: true);
            log.WriteLine(line);
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
