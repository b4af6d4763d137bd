using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="Timer"/>, in virtual time. Its callbacks run on the pool and overlap when they take long; one that has
/// begun is not stopped by Dispose. The real one never runs: it only tells whether it has been disposed of.
/// </summary>
[Follows(typeof(Timer))]
public static class Timers
{
    /// <summary>Follows <see cref="Timer(TimerCallback)"/>: its state is the timer itself.</summary>
    public static Timer New(TimerCallback callback, int site)
    {
        var timer = new Timer(callback);
        if (Strand.Current is { } me)
        {
            Begin(me, timer, callback, timer, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, site);
        }

        return timer;
    }

    /// <summary>Follows <see cref="Timer(TimerCallback, object, int, int)"/>.</summary>
    public static Timer New(TimerCallback callback, object? state, int dueTime, int period, int site) =>
        New(callback, state, Clocks.Milliseconds(dueTime), Clocks.Milliseconds(period), site);

    /// <summary>Follows <see cref="Timer(TimerCallback, object, long, long)"/>.</summary>
    public static Timer New(TimerCallback callback, object? state, long dueTime, long period, int site) =>
        New(callback, state, TimeSpan.FromMilliseconds(dueTime), TimeSpan.FromMilliseconds(period), site);

    /// <summary>Follows <see cref="Timer(TimerCallback, object, uint, uint)"/>.</summary>
    public static Timer New(TimerCallback callback, object? state, uint dueTime, uint period, int site) =>
        New(callback, state, Span(dueTime), Span(period), site);

    /// <summary>Follows <see cref="Timer(TimerCallback, object, TimeSpan, TimeSpan)"/>.</summary>
    public static Timer New(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, int site)
    {
        if (Strand.Current is not { } me || IsWrong(dueTime) || IsWrong(period))
        {
            return new Timer(callback, state, dueTime, period);
        }

        var timer = new Timer(callback, state, Timeout.Infinite, Timeout.Infinite);
        Begin(me, timer, callback, state, dueTime, period, site);
        return timer;
    }

    /// <summary>Follows <see cref="Timer.Change(int, int)"/>.</summary>
    public static bool Change(Timer target, int dueTime, int period, int site) =>
        Change(target, Clocks.Milliseconds(dueTime), Clocks.Milliseconds(period), site);

    /// <summary>Follows <see cref="Timer.Change(long, long)"/>.</summary>
    public static bool Change(Timer target, long dueTime, long period, int site) =>
        Change(target, TimeSpan.FromMilliseconds(dueTime), TimeSpan.FromMilliseconds(period), site);

    /// <summary>Follows <see cref="Timer.Change(uint, uint)"/>.</summary>
    public static bool Change(Timer target, uint dueTime, uint period, int site) => Change(target, Span(dueTime), Span(period), site);

    /// <summary>Follows <see cref="Timer.Change(TimeSpan, TimeSpan)"/>: what was due before is not due any more.</summary>
    public static bool Change(Timer target, TimeSpan dueTime, TimeSpan period, int site)
    {
        if (Schedule.Of(target) is not { } schedule || IsWrong(dueTime) || IsWrong(period))
        {
            return target.Change(dueTime, period);
        }

        var me = Strand.Current!;
        schedule.Step(me, "sets {0}", site);
        if (!target.Change(Timeout.Infinite, Timeout.Infinite))
        {
            return false;
        }

        schedule.Set(me, dueTime, period, site);
        return true;
    }

    /// <summary>Follows <see cref="Timer.Dispose()"/>: does not wait for a callback that has begun.</summary>
    public static void Dispose(Timer target, int site)
    {
        if (Schedule.Of(target) is { } schedule)
        {
            schedule.Step(Strand.Current!, "stops {0}", site);
            schedule.End();
        }

        target.Dispose();
    }

    /// <summary>Follows <see cref="Timer.Dispose(WaitHandle)"/>: the handle is set when the last callback has come to its end.</summary>
    public static bool Dispose(Timer target, WaitHandle notifyObject, int site)
    {
        if (notifyObject is null || Schedule.Of(target) is not { } schedule)
        {
            return target.Dispose(notifyObject!);
        }

        var me = Strand.Current!;
        schedule.Step(me, "stops {0}", site);
        schedule.End();
        if (!target.Dispose(notifyObject))
        {
            return false;
        }

        if (notifyObject is EventWaitHandle handle)
        {
            // the real one, which never ran, has just set it
            handle.Reset();
            schedule.Afterwards(me, () => EventWaitHandles.Set(handle, site), site);
        }

        return true;
    }

    /// <summary>Follows <see cref="Timer.DisposeAsync"/>: complete when the last callback has come to its end.</summary>
    public static ValueTask DisposeAsync(Timer target, int site)
    {
        if (Schedule.Of(target) is not { } schedule)
        {
            return target.DisposeAsync();
        }

        var me = Strand.Current!;
        schedule.Step(me, "stops {0}", site);
        schedule.End();
        target.Dispose();
        var source = new TaskCompletionSource();
        var state = TaskState.Of(me.Run, source.Task);
        schedule.Afterwards(me, () => state.Complete(Strand.Current!, source.SetResult, site), site);
        return new ValueTask(source.Task);
    }

    private static void Begin(
        Strand me, Timer timer, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, int site)
    {
        var schedule = new Schedule(me.Run, me.Run.LocationOf(timer, LocationKey.State), callback, state);
        schedule.Step(me, "sets {0}", site);
        schedule.Set(me, dueTime, period, site);
    }

    private static bool IsWrong(TimeSpan time) => time < Timeout.InfiniteTimeSpan || time.TotalMilliseconds > uint.MaxValue - 1;

    /// <summary>The largest number of milliseconds is for ever.</summary>
    private static TimeSpan Span(uint milliseconds) =>
        milliseconds == uint.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>When a timer is due, and who runs its callback.</summary>
    private sealed class Schedule(Run run, Location location, TimerCallback callback, object? state)
    {
        private readonly Clockwork _clock = new(run, location);
        private readonly List<Strand> _begun = [];

        internal static Schedule? Of(Timer target) =>
            target is not null && Strand.Current is { } me ? me.Run.LocationOf(target, LocationKey.State).Mirror as Schedule : null;

        internal void Step(Strand me, string text, int site)
        {
            location.Mirror = this;
            me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
            me.Run.NoteEffect(me);
            me.Run.Recorder?.Note(me, StepKind.Write, text, location, null, site);
        }

        internal void Set(Strand me, TimeSpan dueTime, TimeSpan period, int site) =>
            _clock.Start(me, dueTime, strand => Run(strand, period, site), callback, site);

        internal void End() => _clock.Stop();

        /// <summary>Has something done when all that has begun has come to its end.</summary>
        internal void Afterwards(Strand me, Action work, int site)
        {
            var begun = _begun.ToArray();
            Jobs.Start(
                me,
                () =>
                {
                    foreach (var strand in begun.Where(strand => strand != Strand.Current))
                    {
                        Threads.AwaitEnd(Strand.Current!, strand, site);
                    }

                    work();
                },
                null,
                site).FallbackName = "the timer";
        }

        private void Run(Strand me, TimeSpan period, int site)
        {
            _begun.Add(me);
            if (period > TimeSpan.Zero)
            {
                _clock.Start(me, period, strand => Run(strand, period, site), callback, site);
            }

            callback(state);
        }
    }
}

/// <summary><see cref="ITimer"/>: what <see cref="TimeProvider.CreateTimer"/> makes.</summary>
[Follows(typeof(ITimer))]
public static class TimerInterfaces
{
    /// <summary>Follows <see cref="ITimer.Change"/>.</summary>
    public static bool Change(ITimer target, TimeSpan dueTime, TimeSpan period, int site) =>
        target is Timer timer ? Timers.Change(timer, dueTime, period, site) : target.Change(dueTime, period);
}
