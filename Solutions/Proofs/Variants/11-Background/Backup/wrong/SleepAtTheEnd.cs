// S: a while is not until it is done.
// refused by: Close_waits_for_the_last_line_and_not_for_a_while
using System.Collections.Concurrent;

namespace Koans.Background;

public class Backup
{
    private readonly BlockingCollection<string> _lines = [];
    private Thread? _writer;

    public void Start(TextWriter disk)
    {
        _writer = new Thread(() => Copy(disk)) { Name = "the writer", IsBackground = true };
        _writer.Start();
    }

    public void Add(string line) => _lines.Add(line);

    public void Close()
    {
        _lines.CompleteAdding();
        Thread.Sleep(100);
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
