// The loggers are tasks that await, and Close waits for the threads that began them.
using System.Threading.Channels;

namespace Koans.Queues;

public class LogRoom(Action<string> write)
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<Thread> _loggers = [];

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            var logger = new Thread(Log) { Name = $"Logger {number}" };
            _loggers.Add(logger);
            logger.Start();
        }
    }

    public void Add(string line) => _lines.Writer.TryWrite(line);

    public void CloseAndDrain()
    {
        _lines.Writer.Complete();
        _loggers.ForEach(logger => logger.Join());
    }

    private async void Log()
    {
        await foreach (var line in _lines.Reader.ReadAllAsync())
        {
            write(line);
        }
    }
}
