// S: a moment for the others, who do the same.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    public void Write(string line)
    {
        Thread.Sleep(1);
        using var log = new StreamWriter(file, append: true);
        log.WriteLine(line);
    }

    public Task CloseAsync() => Task.CompletedTask;
}
