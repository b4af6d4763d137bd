// Each call finds the end of the file for itself, and two may find the same.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    public void Write(string line) => File.AppendAllText(file, line + Environment.NewLine);

    public Task CloseAsync() => Task.CompletedTask;
}
