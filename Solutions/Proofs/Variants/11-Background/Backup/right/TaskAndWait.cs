// A task, and Wait is its Join.
using System.Collections.Concurrent;

namespace Koans.Background;

public class Backup
{
    private readonly BlockingCollection<string> _lines = [];
    private Task? _writing;

    public void Start(TextWriter disk) => _writing = Task.Run(() => Copy(disk));

    public void Add(string line) => _lines.Add(line);

    public void Close()
    {
        _lines.CompleteAdding();
        _writing!.Wait();
    }

    private void Copy(TextWriter disk)
    {
        try
        {
            foreach (var line in _lines.GetConsumingEnumerable())
            {
                disk.WriteLine(line);
            }
        }
        finally
        {
            disk.Dispose();
        }
    }
}
