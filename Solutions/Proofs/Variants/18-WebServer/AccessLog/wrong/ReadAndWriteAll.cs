// Reads all of it and writes all of it, and what others write in between is gone.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    public void Write(string line)
    {
        var text = File.Exists(file) ? File.ReadAllText(file) : "";
        File.WriteAllText(file, text + line + Environment.NewLine);
    }

    public Task CloseAsync() => Task.CompletedTask;
}
