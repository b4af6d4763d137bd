// N: a new lock for every line keeps nobody out.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    public void Write(string line)
    {
        lock (new object())
        {
            using var log = new StreamWriter(file, append: true);
            log.WriteLine(line);
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
