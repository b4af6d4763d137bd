using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>Setters write two fields one after the other; a checker wants to see both or none.</summary>
internal sealed class Reorder
{
    private readonly object _gate = new();
    private int _a, _b;

    public static string BuggyWithThree()
    {
        var it = new Reorder();
        Crew.Together(it.Set, it.Set, it.Check);
        return "fine";
    }

    public static string BuggyWithFour()
    {
        var it = new Reorder();
        Crew.Together(it.Set, it.Set, it.Set, it.Check);
        return "fine";
    }

    public static string CorrectedWithThree()
    {
        var it = new Reorder();
        Crew.Together(it.SetUnderLock, it.SetUnderLock, it.CheckUnderLock);
        return "fine";
    }

    public static string CorrectedWithFour()
    {
        var it = new Reorder();
        Crew.Together(it.SetUnderLock, it.SetUnderLock, it.SetUnderLock, it.CheckUnderLock);
        return "fine";
    }

    private void Set()
    {
        _a = 1;
        _b = -1;
    }

    private void Check() => Assert.That((_a == 0 && _b == 0) || (_a == 1 && _b == -1));

    private void SetUnderLock()
    {
        lock (_gate) Set();
    }

    private void CheckUnderLock()
    {
        lock (_gate) Check();
    }
}
