// D: a lock on what is written: each line is a lock of its own.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file, Func<string> time)
{
    public void Write(string request)
    {
        lock (request)
        {
            using var log = new StreamWriter(file, append: true);
            log.WriteLine($"{time()} {request}");
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
