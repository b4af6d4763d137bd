// S: a moment for the others, who do the same.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file, Func<string> time)
{
    public void Write(string request)
    {
        Thread.Sleep(1);
        using var log = new StreamWriter(file, append: true);
        log.WriteLine($"{time()} {request}");
    }

    public Task CloseAsync() => Task.CompletedTask;
}
