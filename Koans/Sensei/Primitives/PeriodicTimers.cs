using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="PeriodicTimer"/>, in virtual time. It has one who waits for it at most, and ticks for nobody else: a tick
/// that came while nobody waited is there at once, which is one of the moments at which it may come.
/// </summary>
[Follows(typeof(PeriodicTimer))]
public static class PeriodicTimers
{
    /// <summary>Follows <see cref="PeriodicTimer(TimeSpan)"/>.</summary>
    public static PeriodicTimer New(TimeSpan period, int site)
    {
        if (Strand.Current is not { } me || (period <= TimeSpan.Zero && period != Timeout.InfiniteTimeSpan))
        {
            return new PeriodicTimer(period);
        }

        var timer = new PeriodicTimer(Timeout.InfiniteTimeSpan);
        var location = me.Run.LocationOf(timer, LocationKey.State);
        location.Mirror = new Metronome(me.Run, location) { Period = period };
        return timer;
    }

    /// <summary>Follows <see cref="PeriodicTimer(TimeSpan, TimeProvider)"/>, where time is .NET's own.</summary>
    public static PeriodicTimer New(TimeSpan period, TimeProvider timeProvider, int site)
    {
        if (Strand.Current is { } me && timeProvider is not null && timeProvider != TimeProvider.System)
        {
            me.Run.NotFollowed("PeriodicTimer with a TimeProvider of your own", "TimeProvider.CreateTimer", site);
        }

        return timeProvider is null ? new PeriodicTimer(period, timeProvider!) : New(period, site);
    }

    /// <summary>Follows <see cref="PeriodicTimer.Period"/>.</summary>
    public static TimeSpan get_Period(PeriodicTimer target, int site) => Metronome.Of(target)?.Period ?? target.Period;

    /// <summary>Follows <see cref="PeriodicTimer.Period"/>.</summary>
    public static void set_Period(PeriodicTimer target, TimeSpan value, int site)
    {
        if (Metronome.Of(target) is { } metronome && (value > TimeSpan.Zero || value == Timeout.InfiniteTimeSpan))
        {
            metronome.Step(Strand.Current!, site);
            metronome.Period = value;
        }
        else
        {
            target.Period = value;
        }
    }

    /// <summary>Follows <see cref="PeriodicTimer.WaitForNextTickAsync"/>.</summary>
    public static ValueTask<bool> WaitForNextTickAsync(PeriodicTimer target, CancellationToken cancellationToken, int site) =>
        Metronome.Of(target) is { } metronome
            ? metronome.Wait(Strand.Current!, cancellationToken, site)
            : target.WaitForNextTickAsync(cancellationToken);

    /// <summary>Follows <see cref="PeriodicTimer.Dispose"/>: who waits is told that there are no more ticks.</summary>
    public static void Dispose(PeriodicTimer target, int site)
    {
        Metronome.Of(target)?.Stop(Strand.Current!, site);
        target.Dispose();
    }

    /// <summary>What a run knows of a timer: whether somebody waits for it, and whether it has been stopped.</summary>
    private sealed class Metronome(Run run, Location location)
    {
        private readonly Clockwork _clock = new(run, location);
        private TaskCompletionSource<bool>? _waiter;
        private bool _isStopped;

        internal TimeSpan Period { get; set; }

        internal static Metronome? Of(PeriodicTimer target) =>
            target is not null && Strand.Current is { } me ? me.Run.LocationOf(target, LocationKey.State).Mirror as Metronome : null;

        internal void Step(Strand me, int site) =>
            me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });

        internal ValueTask<bool> Wait(Strand me, CancellationToken token, int site)
        {
            Step(me, site);
            me.Spinning.GotOn();
            if (_waiter is not null)
            {
                throw new InvalidOperationException("Operation is not valid due to the current state of the object.");
            }

            if (token.IsCancellationRequested)
            {
                return ValueTask.FromCanceled<bool>(token);
            }

            if (_isStopped)
            {
                return ValueTask.FromResult(false);
            }

            var waiter = _waiter = new TaskCompletionSource<bool>();
            me.Run.Recorder?.Note(me, StepKind.Wait, "waits for the next tick of {0}", location, null, site);
            _clock.Start(me, Period, strand => Answer(strand, waiter, () => waiter.SetResult(true), site), null, site);
            if (token.CanBeCanceled)
            {
                CancellationTokens.UnsafeRegister(
                    ref token,
                    _ =>
                    {
                        Step(Strand.Current!, site);
                        Answer(Strand.Current!, waiter, () => waiter.SetCanceled(token), site);
                    },
                    null,
                    site);
            }

            return new ValueTask<bool>(waiter.Task);
        }

        internal void Stop(Strand me, int site)
        {
            Step(me, site);
            _isStopped = true;
            me.Run.NoteEffect(me);
            me.Run.Recorder?.Note(me, StepKind.Write, "stops {0}", location, null, site);
            if (_waiter is { } waiter)
            {
                Answer(me, waiter, () => waiter.SetResult(false), site);
            }
        }

        private void Answer(Strand me, TaskCompletionSource<bool> waiter, Action answer, int site)
        {
            if (_waiter == waiter)
            {
                _waiter = null;
                _clock.Stop();
                TaskState.Of(me.Run, waiter.Task).Complete(me, answer, site);
            }
        }
    }
}
