using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>One adds 1, one adds 2, and a third is sure that the sum stays below its limit.</summary>
internal sealed class Lazy
{
    private readonly object _gate = new();
    private int _sum;

    public static string Buggy() => Run(limit: 3);

    public static string Corrected() => Run(limit: 4);

    private static string Run(int limit)
    {
        var it = new Lazy();
        Crew.Together(() => it.Add(1), () => it.Add(2), () => it.Check(limit));
        return "fine";
    }

    private void Add(int amount)
    {
        lock (_gate) _sum += amount;
    }

    private void Check(int limit)
    {
        lock (_gate) Assert.That(_sum < limit);
    }
}
