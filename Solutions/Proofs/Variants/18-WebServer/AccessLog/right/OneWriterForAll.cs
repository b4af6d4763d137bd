// M: one writer is kept open, and flushed when the log is closed.
namespace Koans.WebServer;

public class AccessLog(string file, Func<string> time)
{
    private readonly TextWriter _log = TextWriter.Synchronized(new StreamWriter(file, append: true));

    public void Write(string request) => _log.WriteLine($"{time()} {request}");

    public Task CloseAsync()
    {
        _log.Dispose();
        return Task.CompletedTask;
    }
}
