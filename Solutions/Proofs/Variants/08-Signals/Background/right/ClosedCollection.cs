// Takes from a collection that the signal closes.
using System.Collections.Concurrent;

namespace Koans.Signals;

public class Background
{
    private readonly BlockingCollection<bool> _signal = [];

    public void Run(Action work)
    {
        _signal.TryTake(out _, Timeout.Infinite);
        work();
    }

    public void Signal() => _signal.CompleteAdding();
}
