// W: the end of the file is looked up outside of the lock.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly Lock _gate = new();

    public void Write(string line)
    {
        using var log = new StreamWriter(file, append: true);
        lock (_gate)
        {
            log.WriteLine(line);
            log.Flush();
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
