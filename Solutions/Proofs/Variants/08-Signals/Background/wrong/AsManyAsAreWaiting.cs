// Wakes as many as are waiting: who is about to wait, and who comes later, is none of them.
namespace Koans.Signals;

public class Background
{
    private readonly SemaphoreSlim _gate = new(0);
    private int _waiting;

    public void Run(Action work)
    {
        Interlocked.Increment(ref _waiting);
        _gate.Wait();
        work();
    }

    public void Signal() => _gate.Release(_waiting);
}
