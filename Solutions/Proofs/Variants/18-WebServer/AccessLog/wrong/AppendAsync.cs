// Async is not in turn: each finds the end of the file for itself, and nobody waits for the last.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    public void Write(string line) => Task.Run(() => File.AppendAllTextAsync(file, line + Environment.NewLine));

    public Task CloseAsync() => Task.CompletedTask;
}
