using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// Who has arrived at a <see cref="Barrier"/>. The last to arrive runs the action between two phases and then lets all
/// go on; whoever would have been let go and finds that the action threw, throws as well.
/// </summary>
internal sealed class Meeting
{
    private readonly Barrier _target;
    private readonly Action<Barrier>? _action;
    private Strand? _actor;
    private Exception? _error;
    private long _begun;

    private Meeting(Barrier target, Location location)
    {
        _target = target;
        _action = Barriers.ActionOf(target);
        Location = location;
        Expected = target.ParticipantCount;
        Phase = _begun = target.CurrentPhaseNumber;
    }

    internal Location Location { get; }

    /// <summary>How many have to arrive.</summary>
    internal int Expected { get; private set; }

    /// <summary>How many have arrived in this phase.</summary>
    internal int Arrived { get; private set; }

    /// <summary>How many phases are over, with their action.</summary>
    internal long Phase { get; private set; }

    internal static Meeting Of(Run run, Barrier target)
    {
        var location = run.LocationOf(target, LocationKey.State);
        return (Meeting)(location.Mirror ??= new Meeting(target, location));
    }

    internal bool Arrive(Strand me, TimeSpan timeout, CancellationToken token, int site)
    {
        Change(me, site);
        if (Expected == 0)
        {
            throw new InvalidOperationException("The barrier has no registered participants.");
        }

        if (_begun > Phase)
        {
            throw new InvalidOperationException("The number of threads using the barrier exceeded the total number of registered participants.");
        }

        Changed(me);
        if (++Arrived == Expected)
        {
            me.Run.Recorder?.Note(me, StepKind.Release, "is the last to arrive at {0}", Location, null, site);
            Finish(me, site);
            return true;
        }

        var awaited = _begun;
        me.Run.Recorder?.Note(me, StepKind.Wait, "arrives at {0} and waits", Location, null, site);
        var gate = new PhaseGate(this, awaited);
        var mayGiveUp = !Clocks.IsForEver(timeout) || token.CanBeCanceled;
        Waits.Step(me, Location, mayGiveUp ? Access.Write : Access.Read, gate, timeout, site, token);
        if (Phase <= awaited && _begun > awaited)
        {
            // all have arrived in time; only the action is still running
            Waits.Step(me, Location, Access.Read, gate, Timeout.InfiniteTimeSpan, site);
        }

        if (Phase > awaited)
        {
            me.Run.Races?.Took(me, Location);
            me.Run.Recorder?.Note(me, StepKind.Acquire, "goes on: all are at {0}", Location, null, site);
            return _error is null ? true : throw new BarrierPostPhaseException(_error);
        }

        Arrived--;
        Changed(me);
        Cancelling.Throw(me, token, Location, site);
        Clocks.Pass(me, timeout);
        me.Run.Recorder?.Note(me, StepKind.Refused, "gives up waiting at {0}", Location, null, site);
        return false;
    }

    internal long Add(Strand me, int count, int site)
    {
        Change(me, site);
        if (Expected + count > short.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), "Adding participantCount participants would result in the number of participants exceeding the maximum number allowed.");
        }

        Expected += count;
        Changed(me);
        me.Run.Recorder?.Note(me, StepKind.Update, $"adds {count} to {{0}}", Location, Values.Format(Expected), site);
        var joined = _begun;
        if (joined > Phase)
        {
            Waits.Step(me, Location, Access.Read, new PhaseGate(this, joined - 1), Timeout.InfiniteTimeSpan, site);
            me.Run.Races?.Took(me, Location);
        }

        return joined;
    }

    internal void Remove(Strand me, int count, int site)
    {
        Change(me, site);
        if (Expected < count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), "The participantCount argument must be less than or equal the number of participants.");
        }

        if (Expected - count < Arrived)
        {
            throw new InvalidOperationException(
                "The participantCount argument is greater than the number of participants that haven't yet arrived at the barrier in this phase.");
        }

        Expected -= count;
        Changed(me);
        me.Run.Recorder?.Note(me, StepKind.Update, $"removes {count} from {{0}}", Location, Values.Format(Expected), site);
        if (Expected > 0 && Arrived == Expected)
        {
            Finish(me, site);
        }
    }

    /// <summary>The step of everything that changes it. The action itself may change nothing.</summary>
    internal void Change(Strand me, int site)
    {
        me.Step(new Operation(site, Location, Access.Write) { KeepsVersion = true });
        ObjectDisposedException.ThrowIf(Barriers.IsDisposed(_target), _target);
        if (_actor == me)
        {
            throw new InvalidOperationException("This method may not be called from within the postPhaseAction.");
        }
    }

    private void Finish(Strand me, int site)
    {
        Arrived = 0;
        _begun++;
        if (_action is not null)
        {
            _error = Run(me);
            me.Step(new Operation(site, Location, Access.Write) { KeepsVersion = true });
            _actor = null;
        }

        Phase++;
        Changed(me);
        if (_error is not null)
        {
            throw new BarrierPostPhaseException(_error);
        }
    }

    private Exception? Run(Strand me)
    {
        _actor = me;
        try
        {
            _action!(_target);
            return null;
        }
        catch (Exception error) when (error is not RunAbandoned)
        {
            return error;
        }
    }

    private void Changed(Strand me)
    {
        Location.Version++;
        me.Run.NoteEffect(me);
    }

    private sealed class PhaseGate(Meeting meeting, long awaited) : IGate
    {
        public bool IsOpen(Strand strand) => meeting.Phase > awaited;

        public Waiting Describe(Strand strand) => meeting._actor is { } actor
            ? new Waiting(WaitsFor.Thread, actor.Life, [(actor, -1)])
            : new Waiting(WaitsFor.Signal, meeting.Location, []);
    }
}
