// A countdown from one.
namespace Koans.Signals;

// Jobs are made ready in the background, each on a thread of its own, and wait for the user's signal.
// None begins before it; all begin with it, at once; and who comes later does not wait at all.
// Until then they sleep, however long the user takes.
public class Background
{
    private readonly CountdownEvent _signalled = new(1);

    public void Run(Action work)
    {
        _signalled.Wait();
        work();
    }

    public void Signal() => _signalled.Signal();
}
