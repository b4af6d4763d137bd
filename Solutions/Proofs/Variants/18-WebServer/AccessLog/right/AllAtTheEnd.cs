// F: the lines wait in a queue that many may use, and one puts them down when the log is closed.
using System.Collections.Concurrent;

namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly ConcurrentQueue<string> _lines = [];

    public void Write(string line) => _lines.Enqueue(line);

    public Task CloseAsync() => File.AppendAllLinesAsync(file, _lines);
}
