// M: a mutex, which could keep other processes out, too.
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly Mutex _gate = new();

    public void Write(string line)
    {
        _gate.WaitOne();
        try
        {
            using var log = new StreamWriter(file, append: true);
            log.WriteLine(line);
        }
        finally
        {
            _gate.ReleaseMutex();
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
