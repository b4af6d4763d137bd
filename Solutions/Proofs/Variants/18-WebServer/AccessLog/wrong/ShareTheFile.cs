// Allowing others to write is not taking turns.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    public void Write(string line)
    {
        using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        using var log = new StreamWriter(stream);
        log.WriteLine(line);
    }

    public Task CloseAsync() => Task.CompletedTask;
}
