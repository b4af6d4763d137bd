using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>An event of the system that stays set until it is reset: while it is, everybody passes.</summary>
internal sealed class Gateway : IWaitable
{
    private readonly EventWaitHandle _target;
    private bool _isSet;

    private Gateway(EventWaitHandle target, Location location, bool isSet)
    {
        _target = target;
        _isSet = isSet;
        Location = location;
        location.Version = isSet ? 1 : 0;
    }

    /// <inheritdoc/>
    public Location Location { get; }

    /// <inheritdoc/>
    public Access Access => Access.Read;

    internal static Gateway Of(Run run, EventWaitHandle target, bool isSet)
    {
        var location = run.LocationOf(target, LocationKey.State);
        return (Gateway)(location.Mirror ??= new Gateway(target, location, isSet));
    }

    /// <inheritdoc/>
    public bool IsOpen(Strand strand) => _isSet || _target.SafeWaitHandle.IsClosed;

    /// <inheritdoc/>
    public Waiting Describe(Strand strand) => new(WaitsFor.Signal, Location, []);

    /// <inheritdoc/>
    public bool Take(Strand me, int site)
    {
        _target.WaitOne(0);
        me.Run.Races?.Took(me, Location);
        me.Run.Recorder?.Note(me, StepKind.Acquire, "finds {0} set", Location, null, site);
        return true;
    }

    internal void Turn(Strand me, bool isSet)
    {
        if (_isSet != isSet)
        {
            _isSet = isSet;
            Location.Version = isSet ? 1 : 0;
            me.Run.NoteEffect(me);
        }
    }
}
