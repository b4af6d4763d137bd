// M: all have it open, and each looks for its end when it is their turn.
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly Lock _gate = new();

    public void Write(string line)
    {
        using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        using var log = new StreamWriter(stream);
        lock (_gate)
        {
            stream.Seek(0, SeekOrigin.End);
            log.WriteLine(line);
            log.Flush();
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
