// The lock is held until the signal: only the thread that made the object can give it back.
namespace Koans.Signals;

public class Background
{
    private readonly object _gate = new();

    public Background() => Monitor.Enter(_gate);

    public void Run(Action work)
    {
        lock (_gate)
        {
        }

        work();
    }

    public void Signal() => Monitor.Exit(_gate);
}
