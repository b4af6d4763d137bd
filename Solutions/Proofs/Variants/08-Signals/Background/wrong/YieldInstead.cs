// S: gives the processor away, and is back at once.
namespace Koans.Signals;

// Jobs are made ready in the background, each on a thread of its own, and wait for the user's signal.
// None begins before it; all begin with it, at once; and who comes later does not wait at all.
// Until then they sleep, however long the user takes.
public class Background
{
    private bool _signalled;

    public void Run(Action work)
    {
        while (!_signalled)
        {
            Thread.Yield();
        }

        work();
    }

    public void Signal() => _signalled = true;
}
