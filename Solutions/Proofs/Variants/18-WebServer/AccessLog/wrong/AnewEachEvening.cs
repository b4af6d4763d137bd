// A lock, and a file that begins anew: what was in it is lost.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly List<string> _lines = [];

    public void Write(string line)
    {
        lock (_lines)
        {
            _lines.Add(line);
        }
    }

    public Task CloseAsync()
    {
        File.WriteAllLines(file, _lines);
        return Task.CompletedTask;
    }
}
