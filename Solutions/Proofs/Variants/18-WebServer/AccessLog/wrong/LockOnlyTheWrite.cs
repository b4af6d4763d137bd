// W: the end of the file is looked up outside of the lock.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file, Func<string> time)
{
    private readonly Lock _gate = new();

    public void Write(string request)
    {
        using var log = new StreamWriter(file, append: true);
        var line = $"{time()} {request}";
        lock (_gate)
        {
            log.WriteLine(line);
            log.Flush();
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
