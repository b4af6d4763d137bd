using Proofs.Litmus;

namespace Proofs.Sct;

/// <summary>The two shapes of a race condition: a read, a change and a write in steps; a check and what follows from it in steps.</summary>
internal sealed class RaceConditions
{
    private int _count;
    private int _isFree = 1;
    private int _entered;

    public static string ReadModifyWrite()
    {
        var it = new RaceConditions();
        Crew.Together(() => it._count++, () => it._count++);
        return it._count == 2 ? "fine" : "bug";
    }

    public static string ReadModifyWriteAtOnce()
    {
        var it = new RaceConditions();
        Crew.Together(() => Interlocked.Increment(ref it._count), () => Interlocked.Increment(ref it._count));
        return it._count == 2 ? "fine" : "bug";
    }

    public static string CheckThenReact()
    {
        var it = new RaceConditions();
        return it.Enter(() =>
        {
            if (Volatile.Read(ref it._isFree) == 0) return false;
            Volatile.Write(ref it._isFree, 0);
            return true;
        });
    }

    public static string CheckAndReactAtOnce()
    {
        var it = new RaceConditions();
        return it.Enter(() => Interlocked.CompareExchange(ref it._isFree, 0, 1) == 1);
    }

    private string Enter(Func<bool> mayEnter)
    {
        void Try()
        {
            if (mayEnter()) Interlocked.Increment(ref _entered);
        }

        Crew.Together(Try, Try);
        return _entered == 1 ? "fine" : "bug";
    }
}
