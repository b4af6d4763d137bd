using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>Two values that belong together, each under a lock of its own: between the two locks only one is new.</summary>
internal sealed class TwoStage
{
    private readonly object _firstGate = new();
    private readonly object _secondGate = new();
    private int _first, _second;

    public static string Buggy()
    {
        var it = new TwoStage();
        Crew.Together(it.WriteInTwoStages, it.Read);
        return "fine";
    }

    public static string Corrected()
    {
        var it = new TwoStage();
        Crew.Together(it.WriteInOneStage, it.Read);
        return "fine";
    }

    private void WriteInTwoStages()
    {
        lock (_firstGate) _first = 1;
        lock (_secondGate) _second = _first + 1;
    }

    private void WriteInOneStage()
    {
        lock (_firstGate)
        {
            _first = 1;
            lock (_secondGate) _second = _first + 1;
        }
    }

    private void Read()
    {
        int first, second;
        lock (_firstGate)
        {
            if (_first == 0) return;
            first = _first;
        }

        lock (_secondGate) second = _second;
        Assert.That(second == first + 1);
    }
}
