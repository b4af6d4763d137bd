using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// The time after which a source cancels itself: a thread of its own, which may come at any moment until the time is
/// changed or no longer matters.
/// </summary>
internal sealed class Deadline(CancellationTokenSource source) : IGate
{
    private bool _isVoid;

    /// <summary>Lets time run for a source. What ran before does not count any more.</summary>
    internal static void Begin(Strand me, CancellationTokenSource source, Location location, TimeSpan delay, int site)
    {
        End(location);
        if (Clocks.IsForEver(delay))
        {
            return;
        }

        var deadline = new Deadline(source);
        Callbacks.Of(location).Deadline = deadline;
        var strand = Jobs.Start(me, () => deadline.Pass(Strand.Current!, location, delay, site), null, site);
        strand.FallbackName = "the timer";
    }

    internal static void End(Location location)
    {
        if (location.Mirror is Callbacks { Deadline: { } deadline })
        {
            deadline._isVoid = true;
        }
    }

    /// <inheritdoc/>
    public bool IsOpen(Strand strand) => _isVoid || source.IsCancellationRequested;

    /// <inheritdoc/>
    public Waiting Describe(Strand strand) => new(WaitsFor.Signal, null, []);

    private void Pass(Strand me, Location location, TimeSpan delay, int site)
    {
        me.Step(new Operation(site, location, Access.Write, this) { TimesOut = true, KeepsVersion = true });
        if (IsOpen(me))
        {
            return;
        }

        Clocks.Pass(me, delay);
        location.WriteTime = Math.Max(location.WriteTime, me.Time);
        CancellationSources.Note(me, source, location, site);
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // nobody is interested any more
        }
    }
}
