namespace Koans.WebServer;

// A line for each request, with the time. Many write at once; when the log is closed, every line is
// in the file, once and whole.
public class AccessLog(string file, Func<string> time)
{
    private readonly Lock _gate = new();

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
