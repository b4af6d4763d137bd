using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>Two locks, taken in opposite order.</summary>
internal sealed class Deadlock
{
    private readonly object _a = new();
    private readonly object _b = new();
    private int _count;

    public static string Buggy()
    {
        var it = new Deadlock();
        Crew.Together(() => it.Add(it._a, it._b, 1), () => it.Add(it._b, it._a, -1));
        return $"{it._count}";
    }

    public static string Corrected()
    {
        var it = new Deadlock();
        Crew.Together(() => it.Add(it._a, it._b, 1), () => it.Add(it._a, it._b, -1));
        return $"{it._count}";
    }

    private void Add(object first, object second, int amount)
    {
        lock (first)
        {
            lock (second) _count += amount;
        }
    }
}
