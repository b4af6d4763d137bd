// After a second they begin anyway.
namespace Koans.Signals;

// Jobs are made ready in the background, each on a thread of its own, and wait for the user's signal.
// None begins before it; all begin with it, at once; and who comes later does not wait at all.
// Until then they sleep, however long the user takes.
public class Background
{
    private readonly ManualResetEventSlim _signalled = new();

    public void Run(Action work)
    {
        _signalled.Wait(TimeSpan.FromSeconds(1));
        work();
    }

    public void Signal() => _signalled.Set();
}
