// L: each thread has a file of its own, and nobody reads them.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly ThreadLocal<string> _file = new(() => $"{file}.{Environment.CurrentManagedThreadId}");

    public void Write(string line)
    {
        using var log = new StreamWriter(_file.Value!, append: true);
        log.WriteLine(line);
    }

    public Task CloseAsync() => Task.CompletedTask;
}
