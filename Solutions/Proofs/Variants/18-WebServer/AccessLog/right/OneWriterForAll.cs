// M: one writer is kept open, and flushed when the log is closed.
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly TextWriter _log = TextWriter.Synchronized(new StreamWriter(file, append: true));

    public void Write(string line) => _log.WriteLine(line);

    public Task CloseAsync()
    {
        _log.Dispose();
        return Task.CompletedTask;
    }
}
