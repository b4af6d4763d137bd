using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// The handle by which something else can be waited for: a token, a semaphore, an event without a handle of its own.
/// Waiting for it takes nothing.
/// </summary>
/// <param name="location">The location of what stands behind the handle.</param>
/// <param name="isOpen">Whether the handle is set.</param>
/// <param name="text">What one finds who has waited for it.</param>
internal sealed class Shown(Location location, Func<bool> isOpen, string text) : IWaitable
{
    public Location Location => location;

    public Access Access => Access.Read;

    /// <summary>The handle of something, known to the run.</summary>
    internal static WaitHandle Of(WaitHandle handle, Location? location, Func<bool> isOpen, string text)
    {
        if (location is not null && Strand.Current is { } me)
        {
            me.Run.LocationOf(handle, LocationKey.State).Mirror ??= new Shown(location, isOpen, text);
        }

        return handle;
    }

    public bool IsOpen(Strand strand) => isOpen();

    public Waiting Describe(Strand strand) => new(WaitsFor.Signal, location, []);

    public bool Take(Strand me, int site)
    {
        me.Run.Races?.Took(me, location);
        me.Run.Recorder?.Note(me, StepKind.Acquire, text, location, null, site);
        return true;
    }
}
