using System.Collections.Concurrent;

namespace Koans.Background;

// Copies the lines of the till to a disk in the background, so that no guest waits for the disk.
// It does not keep the restaurant open; but when Close has returned, every line that was added is on the disk.
public class Backup
{
    private readonly BlockingCollection<string> _lines = [];

    public void Start(TextWriter disk)
    {
        var writer = new Thread(() => Copy(disk)) { Name = "the writer", IsBackground = true };
        writer.Start();
    }

    public void Add(string line) => _lines.Add(line);

    public void Close() => _lines.CompleteAdding();

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
