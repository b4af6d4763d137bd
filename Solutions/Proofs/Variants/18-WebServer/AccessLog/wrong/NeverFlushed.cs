// One writer, synchronized, and what is left in its buffer is lost.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly TextWriter _log = TextWriter.Synchronized(new StreamWriter(file, append: true));

    public void Write(string line) => _log.WriteLine(line);

    public Task CloseAsync() => Task.CompletedTask;
}
