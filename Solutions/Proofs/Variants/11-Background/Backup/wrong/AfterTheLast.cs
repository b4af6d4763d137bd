// Waits until the last line is written, but it is still in the buffer.
// refused by: Close_waits_for_the_last_line_and_not_for_a_while
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
        try
        {
            foreach (var line in _lines.GetConsumingEnumerable())
            {
                disk.WriteLine(line);
            }

            _done.Set();
        }
        finally
        {
            disk.Dispose();
        }
    }
}
