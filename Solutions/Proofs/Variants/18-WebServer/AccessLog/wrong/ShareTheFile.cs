// Allowing others to write is not taking turns.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file, Func<string> time)
{
    public void Write(string request)
    {
        using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        using var log = new StreamWriter(stream);
        log.WriteLine($"{time()} {request}");
    }

    public Task CloseAsync() => Task.CompletedTask;
}
