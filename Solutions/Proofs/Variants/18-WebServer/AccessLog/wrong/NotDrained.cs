// A: hands over to another thread, and closing does not wait for it.
// refused by: Every_request_is_in_the_file_exactly_once
using System.Collections.Concurrent;

namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly BlockingCollection<string> _lines = [];
    private readonly Lock _gate = new();
    private Thread? _writer;

    public void Write(string line)
    {
        lock (_gate)
        {
            if (_writer is null)
            {
                _writer = new Thread(WriteAll) { IsBackground = true };
                _writer.Start();
            }
        }

        _lines.Add(line);
    }

    public Task CloseAsync()
    {
        _lines.CompleteAdding();
        return Task.CompletedTask;
    }

    private void WriteAll()
    {
        using var log = new StreamWriter(file, append: true);
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            log.WriteLine(line);
        }
    }
}
