// A: each line begins when the one before is written, and closing waits for the last.
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;

    public void Write(string line)
    {
        lock (_gate)
        {
            _last = _last.ContinueWith(_ => File.AppendAllText(file, line + Environment.NewLine));
        }
    }

    public Task CloseAsync() => _last;
}
