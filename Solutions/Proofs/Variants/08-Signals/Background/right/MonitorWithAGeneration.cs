// M: a monitor that counts the signals.
namespace Koans.Signals;

// Jobs are made ready in the background, each on a thread of its own, and wait for the user's signal.
// None begins before it; all begin with it, at once; and who comes later does not wait at all.
// Until then they sleep, however long the user takes.
public class Background
{
    private readonly object _gate = new();
    private int _signals;

    public void Run(Action work)
    {
        lock (_gate)
        {
            while (_signals == 0)
            {
                Monitor.Wait(_gate);
            }
        }

        work();
    }

    public void Signal()
    {
        lock (_gate)
        {
            _signals++;
            Monitor.PulseAll(_gate);
        }
    }
}
