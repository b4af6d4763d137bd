// V, P: the flag is seen at once, by somebody who never sleeps.
namespace Koans.Signals;

// Jobs are made ready in the background, each on a thread of its own, and wait for the user's signal.
// None begins before it; all begin with it, at once; and who comes later does not wait at all.
// Until then they sleep, however long the user takes.
public class Background
{
    private volatile bool _signalled;

    public void Run(Action work)
    {
        while (!_signalled)
        {
            Thread.SpinWait(20);
        }

        work();
    }

    public void Signal() => _signalled = true;
}
