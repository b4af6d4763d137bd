// A: a channel that is completed.
using System.Threading.Channels;

namespace Koans.Queues;

// Loggers write what is handed over to the log room, until it closes.
// When CloseAndDrain returns, every line that was handed over is written, and all loggers have gone home.
public class LogRoom(Action<string> write)
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<Task> _loggers = [];

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            _loggers.Add(Task.Run(Log));
        }
    }

    public void Add(string line) => _lines.Writer.TryWrite(line);

    public void CloseAndDrain()
    {
        _lines.Writer.Complete();
        Task.WaitAll(_loggers.ToArray());
    }

    private async Task Log()
    {
        await foreach (var line in _lines.Reader.ReadAllAsync())
        {
            write(line);
        }
    }
}
