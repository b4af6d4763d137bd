using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// A thread pool of a size that the koan has set. Work that finds no thread free waits, and nothing promises in which
/// order it is taken up. A thread that is kept waiting inside its work is not free.
/// </summary>
internal sealed class Pool(Location location, int size) : IGate
{
    private readonly List<Strand> _inside = [];

    internal Location Location => location;

    /// <summary>The pool of a run; null where it has as many threads as it needs.</summary>
    internal static Pool? Of(Run run) =>
        run.Exploration.PoolThreads > 0 ? Of(run.StaticLocation(LocationKey.Pool), run.Exploration.PoolThreads) : null;

    private static Pool Of(Location location, int size) => (Pool)(location.Mirror ??= new Pool(location, size));

    /// <inheritdoc/>
    public bool IsOpen(Strand strand) => _inside.Count < size;

    /// <inheritdoc/>
    public Waiting Describe(Strand strand) => new(WaitsFor.PoolThread, location, [.. _inside.Select(s => (s, -1))]);

    /// <summary>Does a piece of work on a thread of the pool, as soon as one is free.</summary>
    internal void Do(Action body, Work? work, int site)
    {
        var me = Strand.Current!;
        me.Step(new Operation(site, location, Access.Write, this)
        {
            Second = work?.State.Location,
            SecondAccess = Access.Write,
            KeepsVersion = true,
            Ordering = Ordering.None,
        });
        Entered(me);
        if (work is null)
        {
            body();
        }
        else if (work.TryBegin())
        {
            work.Execute(me);
        }
    }

    /// <summary>The thread is one of the pool's from now on, within a step that the caller has taken.</summary>
    internal void Entered(Strand me)
    {
        _inside.Add(me);
        me.Pool = this;
    }

    /// <summary>The thread has come to its end and is free for others.</summary>
    internal void Left(Strand strand)
    {
        _inside.Remove(strand);
        location.Version++;
    }
}
