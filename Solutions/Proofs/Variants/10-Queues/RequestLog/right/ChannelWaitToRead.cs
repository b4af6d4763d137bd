// A: a channel, with the two calls that ReadAllAsync makes.
using System.Threading.Channels;

namespace Koans.Queues;

// Request handlers hand a line over and go on to the next guest; loggers write the lines.
// No handler waits for the writing. A logger who has nothing to write sleeps until there is a line,
// and then writes it at once.
public class RequestLog(Action<string> write)
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public void Start(int loggers)
    {
        for (var number = 1; number <= loggers; number++)
        {
            _ = Task.Run(Log);
        }
    }

    public void Handle(int request) => _lines.Writer.TryWrite($"request {request}");

    private async Task Log()
    {
        while (await _lines.Reader.WaitToReadAsync())
        {
            while (_lines.Reader.TryRead(out var line))
            {
                write(line);
            }
        }
    }
}
