// PulseAll by somebody who has no lock.
namespace Koans.Signals;

public class Background
{
    private readonly object _gate = new();
    private bool _signalled;

    public void Run(Action work)
    {
        lock (_gate)
        {
            while (!_signalled)
            {
                Monitor.Wait(_gate);
            }
        }

        work();
    }

    public void Signal()
    {
        _signalled = true;
        Monitor.PulseAll(_gate);
    }
}
