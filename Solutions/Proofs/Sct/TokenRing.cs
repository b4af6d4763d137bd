using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>Three pass a number round, each from the one before it, as if they took turns. Only the corrected ones do.</summary>
internal sealed class TokenRing
{
    private readonly object _gate = new();
    private int _one = 1, _two = 2, _three = 1;
    private int _passed;

    public static string Buggy()
    {
        var ring = new TokenRing();
        Crew.Together(ring.PassOne, ring.PassTwo, ring.PassThree, ring.Check);
        return "fine";
    }

    public static string Corrected()
    {
        var ring = new TokenRing();
        Crew.Together(
            () => ring.AtTurn(0, ring.PassOne),
            () => ring.AtTurn(1, ring.PassTwo),
            () => ring.AtTurn(2, ring.PassThree),
            ring.Check);
        return "fine";
    }

    private void PassOne()
    {
        lock (_gate)
        {
            _one = (_three + 1) % 4;
            _passed++;
        }
    }

    private void PassTwo()
    {
        lock (_gate)
        {
            _two = _one;
            _passed++;
        }
    }

    private void PassThree()
    {
        lock (_gate)
        {
            _three = _two;
            _passed++;
        }
    }

    private void AtTurn(int turn, Action pass)
    {
        lock (_gate)
        {
            while (_passed != turn) Monitor.Wait(_gate);
            pass();
            Monitor.PulseAll(_gate);
        }
    }

    private void Check()
    {
        lock (_gate)
        {
            if (_passed == 3) Assert.That(_one == _two && _two == _three);
        }
    }
}
