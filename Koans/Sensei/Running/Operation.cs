namespace Sensei.Running;

/// <summary>
/// What a thread is about to do. It is declared before the choice of who goes next, so that the search knows what
/// every thread would do.
/// </summary>
internal struct Operation
{
    internal Location? First;
    internal Location? Second;
    internal Access FirstAccess;
    internal Access SecondAccess;

    /// <summary>Further locations, for the rare operation on more than two.</summary>
    internal (Location Location, Access Access)[]? More;

    /// <summary>What has to come true before the operation is possible; null when it always is.</summary>
    internal IGate? Gate;

    /// <summary>With a closed gate the operation is possible all the same, as a refusal: a time-out fires.</summary>
    internal bool TimesOut;

    /// <summary>Ends with the exception of an interrupted thread even where it would not have to wait.</summary>
    internal bool Sleeps;

    /// <summary>Waits on when the thread is interrupted.</summary>
    internal bool Endures;

    /// <summary>A pause: switching to another thread here is nobody's preemption.</summary>
    internal bool Yields;

    /// <summary>The primitive keeps the location's <see cref="Location.Version"/> itself: not every use of a lock is a lasting change.</summary>
    internal bool KeepsVersion;

    /// <summary>Says nothing of the time: who uses the location afterwards has not waited for it.</summary>
    internal bool KeepsTime;

    /// <summary>What it does for the order of memory; matters only where data races are looked for.</summary>
    internal Ordering Ordering;

    /// <summary>The thread goes round a loop and was held back until something that it looks at changed.</summary>
    internal bool IsHeldBack;

    /// <summary>The thread's last operation.</summary>
    internal bool IsEnd;

    /// <summary>Index of the woven site that declares it.</summary>
    internal int Site;

    internal Operation(int site) => Site = site;

    internal Operation(int site, Location location, Access access, IGate? gate = null)
    {
        Site = site;
        First = location;
        FirstAccess = access;
        Gate = gate;
    }

    /// <summary>An interrupt would end it.</summary>
    internal readonly bool IsInterruptible => Sleeps || (Gate is not null && !Endures);

    /// <summary>
    /// It depends on a further location. One that can be interrupted while it waits does not always get what it waits for.
    /// </summary>
    internal void DependOn(Location location)
    {
        FirstAccess = FirstAccess switch
        {
            Access.Acquire => Access.Write,
            Access.Await => Access.Read,
            var other => other,
        };
        if (First is null)
        {
            (First, FirstAccess, KeepsVersion, Ordering) = (location, Access.Read, true, Ordering.None);
        }
        else if (Second is null)
        {
            (Second, SecondAccess) = (location, Access.Read);
        }
        else
        {
            More = [.. More ?? [], (location, Access.Read)];
        }
    }

    /// <summary>Whether two operations could not be swapped.</summary>
    internal static bool Depend(in Operation a, in Operation b)
    {
        if (a.First is null || b.First is null)
        {
            return false;
        }

        if (DependsOn(a, b.First, b.FirstAccess) || (b.Second is not null && DependsOn(a, b.Second, b.SecondAccess)))
        {
            return true;
        }

        if (b.More is not null)
        {
            foreach (var (location, access) in b.More)
            {
                if (DependsOn(a, location, access))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool DependsOn(in Operation a, Location location, Access access)
    {
        if ((ReferenceEquals(a.First, location) && Accesses.Conflict(a.FirstAccess, access))
            || (ReferenceEquals(a.Second, location) && Accesses.Conflict(a.SecondAccess, access)))
        {
            return true;
        }

        if (a.More is not null)
        {
            foreach (var (other, otherAccess) in a.More)
            {
                if (ReferenceEquals(other, location) && Accesses.Conflict(otherAccess, access))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

/// <summary>What has to come true before a pending operation is possible.</summary>
internal interface IGate
{
    /// <summary>Whether the operation is possible for this thread now.</summary>
    bool IsOpen(Strand strand);

    /// <summary>Tells for whom or what the thread waits while the gate is closed.</summary>
    Waiting Describe(Strand strand);
}

/// <summary>A gate that also opens when nobody else can go on, and somebody still has to come to an end.</summary>
internal interface IIdles : IGate
{
    /// <summary>Whether going on then could make a difference.</summary>
    bool HasReason { get; }
}

/// <summary>For what a thread waits.</summary>
/// <param name="What">The kind of thing.</param>
/// <param name="For">The location that stands for it.</param>
/// <param name="Holders">The threads that would have to act, and the sites since when they hold it (-1: unknown).</param>
internal readonly record struct Waiting(
    Records.WaitsFor What,
    Location? For,
    IReadOnlyList<(Strand Strand, int Site)> Holders);
