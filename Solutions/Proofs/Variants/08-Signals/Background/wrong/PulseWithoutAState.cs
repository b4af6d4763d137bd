// Waits for a signal and not for a state: who comes late waits for ever.
namespace Koans.Signals;

// Jobs are made ready in the background, each on a thread of its own, and wait for the user's signal.
// None begins before it; all begin with it, at once; and who comes later does not wait at all.
// Until then they sleep, however long the user takes.
public class Background
{
    private readonly object _gate = new();

    public void Run(Action work)
    {
        lock (_gate)
        {
            Monitor.Wait(_gate);
        }

        work();
    }

    public void Signal()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }
}
