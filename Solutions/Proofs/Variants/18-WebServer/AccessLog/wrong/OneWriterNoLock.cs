// One writer for all, kept open and flushed; it is not made for several threads.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly StreamWriter _log = new(file, append: true);

    public void Write(string line) => _log.WriteLine(line);

    public Task CloseAsync()
    {
        _log.Dispose();
        return Task.CompletedTask;
    }
}
