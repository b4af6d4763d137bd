// A token as the signal: cancelled once, and for ever.
namespace Koans.Signals;

// Jobs are made ready in the background, each on a thread of its own, and wait for the user's signal.
// None begins before it; all begin with it, at once; and who comes later does not wait at all.
// Until then they sleep, however long the user takes.
public class Background
{
    private readonly CancellationTokenSource _signalled = new();

    public void Run(Action work)
    {
        _signalled.Token.WaitHandle.WaitOne();
        work();
    }

    public void Signal() => _signalled.Cancel();
}
