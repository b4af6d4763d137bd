using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// A handle that lets a number of threads through, each only once: a <see cref="Semaphore"/>, or an event that resets
/// itself. The real one cannot be looked at without taking from it, so the number is kept beside it.
/// </summary>
internal sealed class Permits : IWaitable
{
    private readonly WaitHandle _target;
    private readonly bool _isEvent;
    private readonly List<(Strand Strand, int Site)> _takers = [];
    private int _count;

    private Permits(WaitHandle target, Location location, int count)
    {
        _target = target;
        _isEvent = target is EventWaitHandle;
        _count = count;
        Location = location;
        location.Version = count;
    }

    /// <inheritdoc/>
    public Location Location { get; }

    /// <inheritdoc/>
    public Access Access => Access.Write;

    internal static Permits Of(Run run, WaitHandle target, int count)
    {
        var location = run.LocationOf(target, LocationKey.State);
        return (Permits)(location.Mirror ??= new Permits(target, location, count));
    }

    /// <inheritdoc/>
    public bool IsOpen(Strand strand) => _count > 0 || _target.SafeWaitHandle.IsClosed;

    /// <inheritdoc/>
    public Waiting Describe(Strand strand) => _takers.Count > 0 && !_isEvent
        ? new Waiting(WaitsFor.Lock, Location, [.. _takers])
        : new Waiting(WaitsFor.Signal, Location, []);

    /// <inheritdoc/>
    public bool Take(Strand me, int site)
    {
        _target.WaitOne(0);
        _takers.Add((me, site));
        me.Run.Races?.Took(me, Location);
        Location.Version = --_count;
        me.Held.Add(_target, Location, site, static _ => { });
        me.Run.Recorder?.Note(
            me, StepKind.Acquire, _isEvent ? "finds {0} set, and resets it" : "takes {0}", Location, null, site);
        return true;
    }

    /// <summary>The real one has been given to: so many more may pass.</summary>
    /// <returns>Whether the thread gave back what it had taken itself.</returns>
    internal bool Give(Strand me, int count = 1)
    {
        Location.Version = _count += count;
        var own = true;
        for (var i = 0; i < count; i++)
        {
            own &= GaveBack(me);
        }

        return own;
    }

    /// <summary>The event has been set: one thread may pass, however often it is set.</summary>
    internal void Set(Strand me)
    {
        if (_count == 0)
        {
            Give(me);
        }
    }

    /// <summary>The event has been reset: nobody may pass.</summary>
    internal void Reset(Strand me)
    {
        if (_count > 0)
        {
            Location.Version = _count = 0;
            me.Run.NoteEffect(me);
        }
    }

    private bool GaveBack(Strand me)
    {
        var mine = _takers.FindLastIndex(t => t.Strand == me);
        if (mine >= 0)
        {
            _takers.RemoveAt(mine);
            me.Held.Remove(_target);
            me.Spinning.Released(onlyTimeOuts: false);
            return true;
        }

        // given by somebody who had not taken it: a signal, and signals last
        me.Run.NoteEffect(me);
        if (_takers.Count > 0)
        {
            _takers[0].Strand.Held.Remove(_target);
            _takers.RemoveAt(0);
        }

        return false;
    }
}
