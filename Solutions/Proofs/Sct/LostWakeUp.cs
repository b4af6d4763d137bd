using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>Looks whether it must wait, and only then takes the lock to wait: the signal comes in between.</summary>
internal sealed class LostWakeUp
{
    private readonly object _gate = new();
    private bool _isReady;

    public static string Buggy()
    {
        var it = new LostWakeUp();
        Crew.Together(it.LookThenWait, it.Signal);
        return "fine";
    }

    public static string Corrected()
    {
        var it = new LostWakeUp();
        Crew.Together(it.WaitUntilReady, it.SignalUnderLock);
        return "fine";
    }

    private void LookThenWait()
    {
        if (_isReady) return;
        lock (_gate) Monitor.Wait(_gate);
    }

    private void Signal()
    {
        _isReady = true;
        lock (_gate) Monitor.Pulse(_gate);
    }

    private void WaitUntilReady()
    {
        lock (_gate)
        {
            while (!_isReady) Monitor.Wait(_gate);
        }
    }

    private void SignalUnderLock()
    {
        lock (_gate)
        {
            _isReady = true;
            Monitor.Pulse(_gate);
        }
    }
}
