// A: a thread in the background writes; closing waits until it has written all.
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
                _writer = new Thread(WriteAll) { IsBackground = true, Name = "the writer" };
                _writer.Start();
            }
        }

        _lines.Add(line);
    }

    public Task CloseAsync()
    {
        _lines.CompleteAdding();
        return Task.Run(() => _writer?.Join());
    }

    private void WriteAll()
    {
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            File.AppendAllText(file, line + Environment.NewLine);
        }
    }
}
