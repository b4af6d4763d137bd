// M: a queue and a monitor of its own, and a Join.

namespace Koans.Background;

public class Backup
{
    private readonly Queue<string> _lines = new();
    private bool _closed;
    private Thread? _writer;

    public void Start(TextWriter disk)
    {
        _writer = new Thread(() => Copy(disk)) { Name = "the writer", IsBackground = true };
        _writer.Start();
    }

    public void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            Monitor.Pulse(_lines);
        }
    }

    public void Close()
    {
        lock (_lines)
        {
            _closed = true;
            Monitor.Pulse(_lines);
        }

        _writer!.Join();
    }

    private void Copy(TextWriter disk)
    {
        while (Next() is { } line)
        {
            disk.WriteLine(line);
        }

        disk.Dispose();
    }

    private string? Next()
    {
        lock (_lines)
        {
            while (_lines.Count == 0 && !_closed)
            {
                Monitor.Wait(_lines);
            }

            return _lines.TryDequeue(out var line) ? line : null;
        }
    }
}
