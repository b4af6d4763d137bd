// Trusts in quick lines: each is flushed, but nobody waits for the last.
// refused by: The_last_lines_survive_closing, Close_waits_for_the_last_line_and_not_for_a_while
using System.Collections.Concurrent;

namespace Koans.Background;

public class Backup
{
    private readonly BlockingCollection<string> _lines = [];

    public void Start(TextWriter disk)
    {
        var writer = new Thread(() => Copy(disk)) { Name = "the writer", IsBackground = true };
        writer.Start();
    }

    public void Add(string line) => _lines.Add(line);

    public void Close()
    {
        _lines.CompleteAdding();
    }

    private void Copy(TextWriter disk)
    {
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            disk.WriteLine(line);
            disk.Flush();
        }
    }
}
