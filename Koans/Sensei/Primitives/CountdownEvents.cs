using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="CountdownEvent"/>: opens when as many have signalled as it was made for.</summary>
[Follows(typeof(CountdownEvent))]
public static class CountdownEvents
{
    /// <summary>Follows <see cref="CountdownEvent.Wait()"/>.</summary>
    public static void Wait(CountdownEvent target, int site) =>
        Wait(target, Timeout.InfiniteTimeSpan, CancellationToken.None, site);

    /// <summary>Follows <see cref="CountdownEvent.Wait(CancellationToken)"/>.</summary>
    public static void Wait(CountdownEvent target, CancellationToken cancellationToken, int site) =>
        Wait(target, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>Follows <see cref="CountdownEvent.Wait(int)"/>.</summary>
    public static bool Wait(CountdownEvent target, int millisecondsTimeout, int site) =>
        Wait(target, Clocks.Milliseconds(millisecondsTimeout), CancellationToken.None, site);

    /// <summary>Follows <see cref="CountdownEvent.Wait(int, CancellationToken)"/>.</summary>
    public static bool Wait(CountdownEvent target, int millisecondsTimeout, CancellationToken cancellationToken, int site) =>
        Wait(target, Clocks.Milliseconds(millisecondsTimeout), cancellationToken, site);

    /// <summary>Follows <see cref="CountdownEvent.Wait(TimeSpan)"/>.</summary>
    public static bool Wait(CountdownEvent target, TimeSpan timeout, int site) =>
        Wait(target, timeout, CancellationToken.None, site);

    /// <summary>Follows <see cref="CountdownEvent.Wait(TimeSpan, CancellationToken)"/>.</summary>
    public static bool Wait(CountdownEvent target, TimeSpan timeout, CancellationToken cancellationToken, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return target!.Wait(timeout, cancellationToken);
        }

        Cancelling.Check(me, cancellationToken, site);
        var location = Of(me, target);
        return Waits.Until(
            me, target, static t => t.Wait(0), location, new ZeroGate(target, location), timeout, cancellationToken,
            ("finds {0} at 0", "finds {0} above 0"), site);
    }

    /// <summary>Follows <see cref="CountdownEvent.Signal()"/>.</summary>
    public static bool Signal(CountdownEvent target, int site) => Signal(target, 1, site);

    /// <summary>Follows <see cref="CountdownEvent.Signal(int)"/>.</summary>
    public static bool Signal(CountdownEvent target, int signalCount, int site) =>
        Change(target, t => t.Signal(signalCount), StepKind.Signal, "signals {0}", site);

    /// <summary>Follows <see cref="CountdownEvent.AddCount()"/>.</summary>
    public static void AddCount(CountdownEvent target, int site) => AddCount(target, 1, site);

    /// <summary>Follows <see cref="CountdownEvent.AddCount(int)"/>.</summary>
    public static void AddCount(CountdownEvent target, int signalCount, int site) => Change(
        target,
        t =>
        {
            t.AddCount(signalCount);
            return true;
        },
        StepKind.Update,
        "adds to {0}",
        site);

    /// <summary>Follows <see cref="CountdownEvent.TryAddCount()"/>.</summary>
    public static bool TryAddCount(CountdownEvent target, int site) => TryAddCount(target, 1, site);

    /// <summary>Follows <see cref="CountdownEvent.TryAddCount(int)"/>.</summary>
    public static bool TryAddCount(CountdownEvent target, int signalCount, int site) =>
        Change(target, t => t.TryAddCount(signalCount), StepKind.Update, "adds to {0}", site);

    /// <summary>Follows <see cref="CountdownEvent.Reset()"/>.</summary>
    public static void Reset(CountdownEvent target, int site) => Reset(target, target.InitialCount, site);

    /// <summary>Follows <see cref="CountdownEvent.Reset(int)"/>.</summary>
    public static void Reset(CountdownEvent target, int count, int site) => Change(
        target,
        t =>
        {
            t.Reset(count);
            return true;
        },
        StepKind.Update,
        "resets {0}",
        site);

    /// <summary>Follows <see cref="CountdownEvent.IsSet"/>.</summary>
    public static bool get_IsSet(CountdownEvent target, int site) => Look(target, t => t.IsSet, site);

    /// <summary>Follows <see cref="CountdownEvent.CurrentCount"/>.</summary>
    public static int get_CurrentCount(CountdownEvent target, int site) => Look(target, t => t.CurrentCount, site);

    /// <summary>Follows <see cref="CountdownEvent.InitialCount"/>.</summary>
    public static int get_InitialCount(CountdownEvent target, int site) => Look(target, t => t.InitialCount, site);

    /// <summary>Follows <see cref="CountdownEvent.WaitHandle"/>.</summary>
    public static WaitHandle get_WaitHandle(CountdownEvent target, int site) => Shown.Of(
        target.WaitHandle, Strand.Current is { } me ? Of(me, target) : null, () => target.IsSet, "finds {0} at 0");

    /// <summary>Follows <see cref="CountdownEvent.Dispose()"/>.</summary>
    public static void Dispose(CountdownEvent target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            me.Step(new Operation(site, Of(me, target), Access.Write) { KeepsVersion = true });
        }

        target!.Dispose();
    }

    private static bool Change(CountdownEvent target, Func<CountdownEvent, bool> change, StepKind kind, string text, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            return change(target!);
        }

        var location = Of(me, target);
        me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
        var before = target.CurrentCount;
        var answer = change(target);
        location.Version = target.CurrentCount;
        if (target.CurrentCount != before)
        {
            me.Run.NoteEffect(me);
            me.Run.Recorder?.Note(me, kind, $"{text}: {target.CurrentCount} left", location, Values.Format(target.CurrentCount), site);
        }
        else
        {
            me.Spinning.NoteRead(location);
        }

        return answer;
    }

    private static T Look<T>(CountdownEvent target, Func<CountdownEvent, T> look, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            return look(target!);
        }

        var location = Of(me, target);
        me.Step(new Operation(site, location, Access.Read));
        var result = look(target);
        me.Run.Recorder?.Note(me, StepKind.Read, $"looks at {{0}}: {Values.Format(result)}", location, Values.Format(result), site);
        return result;
    }

    private static Location Of(Strand me, CountdownEvent target)
    {
        var location = me.Run.LocationOf(target, LocationKey.State);
        if (location.Mirror is null)
        {
            location.Mirror = target;
            location.Version = target.CurrentCount;
        }

        return location;
    }

    private sealed class ZeroGate(CountdownEvent target, Location location) : IGate
    {
        public bool IsOpen(Strand strand)
        {
            try
            {
                return target.Wait(0);
            }
            catch (ObjectDisposedException)
            {
                return true;
            }
        }

        public Waiting Describe(Strand strand) => new(WaitsFor.Signal, location, []);
    }
}
