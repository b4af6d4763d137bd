namespace Koans.WebServer;

// A line for each request, with the time. Many write at once; when the log is closed, every line is
// in the file, once and whole.
public class AccessLog(string file, Func<string> time)
{
    public void Write(string request)
    {
        using var log = new StreamWriter(file, append: true);
        log.WriteLine($"{time()} {request}");
    }

    public Task CloseAsync() => Task.CompletedTask;
}
