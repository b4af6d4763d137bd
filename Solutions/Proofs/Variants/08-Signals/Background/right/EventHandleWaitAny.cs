// An event, waited for by WaitAny.
namespace Koans.Signals;

public class Background
{
    private readonly EventWaitHandle _signal = new(false, EventResetMode.ManualReset);

    public void Run(Action work)
    {
        WaitHandle.WaitAny([_signal]);
        work();
    }

    public void Signal() => _signal.Set();
}
