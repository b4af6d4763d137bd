// M: the line is made outside of the lock, and added inside.
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly Lock _gate = new();

    public void Write(string text)
    {
        var line = text + Environment.NewLine;
        lock (_gate)
        {
            File.AppendAllText(file, line);
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
