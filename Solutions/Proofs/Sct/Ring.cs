using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>Four locks in a ring, and four threads that take two neighbours each.</summary>
internal static class Ring
{
    public static string Buggy()
    {
        object a = new(), b = new(), c = new(), d = new();
        Crew.Together(() => Take(a, b), () => Take(b, c), () => Take(c, d), () => Take(d, a));
        return "fine";
    }

    public static string Corrected()
    {
        object a = new(), b = new(), c = new(), d = new();
        Crew.Together(() => Take(a, b), () => Take(b, c), () => Take(c, d), () => Take(a, d));
        return "fine";
    }

    private static void Take(object first, object second)
    {
        lock (first)
        {
            lock (second)
            {
            }
        }
    }
}
