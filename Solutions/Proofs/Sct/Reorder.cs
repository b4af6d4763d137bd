using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>
/// Setters write two fields one after the other; a checker wants to see both or none. The number in a program's name is
/// that of its threads: all but one of them are setters.
/// </summary>
internal sealed class Reorder
{
    private readonly object _gate = new();
    private int _a, _b;

    public static string Buggy(int threads)
    {
        var it = new Reorder();
        return Run(it.Set, it.Check, threads);
    }

    public static string Corrected(int threads)
    {
        var it = new Reorder();
        return Run(it.SetUnderLock, it.CheckUnderLock, threads);
    }

    private static string Run(ThreadStart set, ThreadStart check, int threads)
    {
        var all = new ThreadStart[threads];
        Array.Fill(all, set);
        all[^1] = check;
        Crew.Together(all);
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
