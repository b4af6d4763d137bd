// N: a lock for each thread, which has it to itself.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly ThreadLocal<object> _gate = new(() => new object());

    public void Write(string line)
    {
        lock (_gate.Value!)
        {
            using var log = new StreamWriter(file, append: true);
            log.WriteLine(line);
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
