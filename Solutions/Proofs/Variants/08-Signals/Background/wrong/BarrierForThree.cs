// A barrier for two jobs and the user: who comes later waits for ever.
namespace Koans.Signals;

public class Background
{
    private readonly Barrier _begin = new(3);

    public void Run(Action work)
    {
        _begin.SignalAndWait();
        work();
    }

    public void Signal() => _begin.SignalAndWait();
}
