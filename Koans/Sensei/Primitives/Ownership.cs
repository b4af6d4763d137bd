using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// Who has a lock that one thread at a time can have. The real lock is taken along with it, by its own non-blocking
/// attempt, so that its errors are .NET's own.
/// </summary>
/// <param name="location">The location that stands for the lock.</param>
internal sealed class Ownership(Location location) : IGate
{
    internal Location Location { get; } = location;

    internal Strand? Owner { get; private set; }

    /// <summary>How often the owner has taken it.</summary>
    internal int Count { get; private set; }

    /// <summary>A thread that ends with the lock in hand leaves it to the next.</summary>
    internal bool IsLeftByTheDead { get; init; }

    private int Since { get; set; } = -1;

    private bool IsFree => Owner is null || (IsLeftByTheDead && Owner.HasEnded);

    internal static Ownership Of(Location location) => (Ownership)(location.Mirror ??= new Ownership(location));

    /// <inheritdoc/>
    public bool IsOpen(Strand strand) => IsFree;

    /// <inheritdoc/>
    public Waiting Describe(Strand strand) =>
        new(WaitsFor.Lock, Location, Owner is { } owner ? [(owner, Since)] : []);

    /// <summary>The step that waits until the lock is free. The caller then takes the real one and says <see cref="Took"/>.</summary>
    internal void Await(Strand me, int site, bool sleeps = false, bool endures = false) =>
        me.Step(new Operation(site, Location, Access.Acquire, this) { KeepsVersion = true, Sleeps = sleeps, Endures = endures });

    /// <summary>
    /// The step that tries; true when the lock is free. With a time-out it waits as long as others like, and a refusal
    /// costs that time.
    /// </summary>
    internal bool Try(Strand me, TimeSpan timeout, int site, bool sleeps = false)
    {
        var waits = timeout > TimeSpan.Zero;
        me.Step(new Operation(site, Location, Access.Write, waits ? this : null)
        {
            TimesOut = waits,
            KeepsVersion = true,
            Ordering = Ordering.None,
            Sleeps = sleeps,
        });
        if (IsFree)
        {
            return true;
        }

        me.Spinning.NoteRead(Location);
        Owner!.Spinning.Observed++;
        if (waits)
        {
            Clocks.Pass(me, timeout);
        }

        me.Run.Recorder?.Note(
            me, StepKind.Refused, waits ? "gives up waiting for {0}" : "finds {0} taken", Location, null, site);
        return false;
    }

    /// <summary>The lock is now the thread's.</summary>
    internal void Took(Strand me, object target, int site, Action<object> giveBack, string text = "takes {0}")
    {
        if (me.Run.Races is { } races)
        {
            races.Took(me, Location);
            if (Owner is { HasEnded: true } dead)
            {
                races.Took(me, dead.Life);
            }
        }

        Owner = me;
        Count = 1;
        Since = site;
        Location.Version = me.Id + 1;
        me.Held.Add(target, Location, site, giveBack);
        me.Run.Recorder?.Note(me, StepKind.Acquire, text, Location, null, site);
    }

    /// <summary>The owner takes it once more.</summary>
    internal void TookAgain() => Count++;

    /// <summary>The step that gives the lock back; true when this is the last time it was taken.</summary>
    internal bool Leave(Strand me, int site)
    {
        if (Count > 1)
        {
            Count--;
            return false;
        }

        me.Step(new Operation(site, Location, Access.Release) { KeepsVersion = true });
        return true;
    }

    /// <summary>The lock is nobody's now.</summary>
    internal void Left(Strand me, object target, bool onlyTimeOuts = false)
    {
        Owner = null;
        Count = 0;
        Since = -1;
        Location.Version = 0;
        me.Held.Remove(target);
        me.Spinning.Released(onlyTimeOuts);
    }

    /// <summary>Takes it back after having given it up while it was taken several times.</summary>
    internal void Restore(int count) => Count = count;
}
