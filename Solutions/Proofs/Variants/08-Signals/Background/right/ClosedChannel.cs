// A channel on which nothing is ever sent: the signal closes it.
using System.Threading.Channels;

namespace Koans.Signals;

public class Background
{
    private readonly Channel<bool> _signal = Channel.CreateUnbounded<bool>();

    public void Run(Action work)
    {
        _signal.Reader.WaitToReadAsync().AsTask().Wait();
        work();
    }

    public void Signal() => _signal.Writer.TryComplete();
}
