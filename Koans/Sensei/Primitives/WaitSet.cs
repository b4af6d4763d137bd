using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>The threads that wait on a monitor for a Pulse, first come first.</summary>
internal sealed class WaitSet(Location location)
{
    private readonly List<Waiter> _waiters = [];
    private int _lostSignal = -1;

    internal Location Location { get; } = location;

    internal static WaitSet Of(Run run, object target)
    {
        var location = run.LocationOf(target, LocationKey.WaitSet);
        return (WaitSet)(location.Mirror ??= new WaitSet(location));
    }

    internal Waiter Join(Strand strand, Ownership lockState, bool isTimed)
    {
        var waiter = new Waiter(strand, lockState, isTimed, _lostSignal);
        _waiters.Add(waiter);
        return waiter;
    }

    internal void Leave(Waiter waiter) => _waiters.Remove(waiter);

    /// <summary>Moves the head, or all, to those who compete for the lock; returns them.</summary>
    internal List<Strand> Signal(Strand me, bool all)
    {
        var woken = _waiters.GetRange(0, all ? _waiters.Count : Math.Min(1, _waiters.Count));
        _waiters.RemoveRange(0, woken.Count);
        if (woken.Count == 0)
        {
            _lostSignal = me.Run.LastEvent;
            return [];
        }

        me.Run.NoteEffect(me);
        foreach (var waiter in woken)
        {
            waiter.Wake(me.Run.LastEvent);
            if (_waiters.Count > 0)
            {
                // had this one not waited, another would have been woken: waking in vain is not the same as never having waited
                waiter.Strand.Spinning.Observed++;
            }
        }

        return woken.ConvertAll(w => w.Strand);
    }
}

/// <summary>A thread in a wait set: it may go on once it has been signalled and the lock is free.</summary>
internal sealed class Waiter : IGate, IMissesSignals
{
    private readonly Ownership _lock;
    private readonly bool _isTimed;
    private readonly int _lostSignal;

    internal Waiter(Strand strand, Ownership lockState, bool isTimed, int lostSignal)
    {
        _isTimed = isTimed;
        Strand = strand;
        _lock = lockState;
        _lostSignal = lostSignal;
        Signal = new SignalGate(this);
    }

    internal Strand Strand { get; }

    internal bool IsSignalled { get; private set; }

    /// <summary>Opens with the signal alone, whether or not the lock is free.</summary>
    internal IGate Signal { get; }

    /// <summary>
    /// The waiter comes after exactly the signal that woke it. One with a time-out could have gone before it: it looks
    /// at the wait set again, and that is what orders the two.
    /// </summary>
    internal void Wake(int signal)
    {
        IsSignalled = true;
        if (!_isTimed)
        {
            Strand.Cause = signal;
        }
    }

    /// <inheritdoc/>
    public bool IsOpen(Strand strand) => IsSignalled && _lock.IsOpen(strand);

    /// <inheritdoc/>
    public Waiting Describe(Strand strand) =>
        IsSignalled && !_lock.IsOpen(strand) ? _lock.Describe(strand) : new Waiting(WaitsFor.Signal, _lock.Location, []);

    /// <inheritdoc/>
    public int MissedSignal(Strand strand) => IsSignalled ? -1 : _lostSignal;

    private sealed class SignalGate(Waiter waiter) : IGate, IMissesSignals
    {
        public bool IsOpen(Strand strand) => waiter.IsSignalled;

        public Waiting Describe(Strand strand) => waiter.Describe(strand);

        public int MissedSignal(Strand strand) => waiter.MissedSignal(strand);
    }
}
