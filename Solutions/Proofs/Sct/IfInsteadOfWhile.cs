using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>Two take and two put, and every put wakes all. Who is woken and does not look again takes what is gone.</summary>
internal sealed class IfInsteadOfWhile
{
    private readonly object _gate = new();
    private int _dishes;

    public static string Buggy()
    {
        var it = new IfInsteadOfWhile();
        Crew.Together(it.TakeAfterIf, it.TakeAfterIf, it.Put, it.Put);
        return "fine";
    }

    public static string Corrected()
    {
        var it = new IfInsteadOfWhile();
        Crew.Together(it.TakeAfterWhile, it.TakeAfterWhile, it.Put, it.Put);
        return "fine";
    }

    private void TakeAfterIf()
    {
        lock (_gate)
        {
            if (_dishes == 0) Monitor.Wait(_gate);
            Assert.That(_dishes > 0);
            _dishes--;
        }
    }

    private void TakeAfterWhile()
    {
        lock (_gate)
        {
            while (_dishes == 0) Monitor.Wait(_gate);
            Assert.That(_dishes > 0);
            _dishes--;
        }
    }

    private void Put()
    {
        lock (_gate)
        {
            _dishes++;
            Monitor.PulseAll(_gate);
        }
    }
}
