// Each call finds the end of the file for itself, and two may find the same.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file, Func<string> time)
{
    public void Write(string request) => File.AppendAllText(file, $"{time()} {request}{Environment.NewLine}");

    public Task CloseAsync() => Task.CompletedTask;
}
