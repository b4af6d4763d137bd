// The writer says when the disk is closed.
using System.Collections.Concurrent;

namespace Koans.Background;

public class Backup
{
    private readonly BlockingCollection<string> _lines = [];
    private readonly ManualResetEventSlim _done = new();

    public void Start(TextWriter disk)
    {
        var writer = new Thread(() => Copy(disk)) { Name = "the writer", IsBackground = true };
        writer.Start();
    }

    public void Add(string line) => _lines.Add(line);

    public void Close()
    {
        _lines.CompleteAdding();
        _done.Wait();
    }

    private void Copy(TextWriter disk)
    {
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            disk.WriteLine(line);
        }

        disk.Dispose();
        _done.Set();
    }
}
