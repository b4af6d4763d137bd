// D: a lock on what is written: each line is a lock of its own.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    public void Write(string line)
    {
        lock (line)
        {
            using var log = new StreamWriter(file, append: true);
            log.WriteLine(line);
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
