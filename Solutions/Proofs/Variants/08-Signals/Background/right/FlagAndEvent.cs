// A volatile flag for those who come late, an event for those who wait.
namespace Koans.Signals;

// Jobs are made ready in the background, each on a thread of its own, and wait for the user's signal.
// None begins before it; all begin with it, at once; and who comes later does not wait at all.
// Until then they sleep, however long the user takes.
public class Background
{
    private readonly ManualResetEventSlim _bell = new();
    private volatile bool _signalled;

    public void Run(Action work)
    {
        if (!_signalled)
        {
            _bell.Wait();
        }

        work();
    }

    public void Signal()
    {
        _bell.Set();
        _signalled = true;
    }
}
