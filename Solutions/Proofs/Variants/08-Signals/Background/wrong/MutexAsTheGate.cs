// A mutex belongs to the thread that made it, and only that one can let the others in.
namespace Koans.Signals;

public class Background
{
    private readonly Mutex _gate = new(initiallyOwned: true);

    public void Run(Action work)
    {
        _gate.WaitOne();
        _gate.ReleaseMutex();
        work();
    }

    public void Signal() => _gate.ReleaseMutex();
}
