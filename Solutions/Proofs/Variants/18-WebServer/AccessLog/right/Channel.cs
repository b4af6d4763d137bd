// A: one writes, and the others hand their lines over.
using System.Threading.Channels;

namespace Koans.WebServer;

public class AccessLog(string file)
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Lock _gate = new();
    private Task? _writing;

    public void Write(string line)
    {
        lock (_gate)
        {
            _writing ??= Task.Run(WriteAll);
        }

        _lines.Writer.TryWrite(line);
    }

    public async Task CloseAsync()
    {
        _lines.Writer.TryComplete();
        await (_writing ?? Task.CompletedTask);
    }

    private async Task WriteAll()
    {
        using var log = new StreamWriter(file, append: true);
        await foreach (var line in _lines.Reader.ReadAllAsync())
        {
            await log.WriteLineAsync(line);
        }
    }
}
