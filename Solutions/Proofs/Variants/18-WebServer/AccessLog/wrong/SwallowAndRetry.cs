// E: tries again when the file is busy; that two write at once is no error everywhere.
// refused by: Every_request_is_in_the_file_exactly_once
namespace Koans.WebServer;

public class AccessLog(string file)
{
    public void Write(string line)
    {
        while (true)
        {
            try
            {
                using var log = new StreamWriter(file, append: true);
                log.WriteLine(line);
                return;
            }
            catch (IOException)
            {
            }
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
