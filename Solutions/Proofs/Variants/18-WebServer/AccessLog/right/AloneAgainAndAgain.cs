// Asks for the file alone until it gets it: the file itself is the lock, for other processes too.
namespace Koans.WebServer;

public class AccessLog(string file)
{
    public void Write(string line)
    {
        while (true)
        {
            try
            {
                using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.None);
                using var log = new StreamWriter(stream);
                log.WriteLine(line);
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(1);
            }
        }
    }

    public Task CloseAsync() => Task.CompletedTask;
}
