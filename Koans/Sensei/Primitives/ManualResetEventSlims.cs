using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="ManualResetEventSlim"/>: while it is set, everybody passes.</summary>
[Follows(typeof(ManualResetEventSlim))]
public static class ManualResetEventSlims
{
    /// <summary>Follows <see cref="ManualResetEventSlim.Wait()"/>.</summary>
    public static void Wait(ManualResetEventSlim target, int site) =>
        Wait(target, Timeout.InfiniteTimeSpan, CancellationToken.None, site);

    /// <summary>Follows <see cref="ManualResetEventSlim.Wait(CancellationToken)"/>.</summary>
    public static void Wait(ManualResetEventSlim target, CancellationToken cancellationToken, int site) =>
        Wait(target, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>Follows <see cref="ManualResetEventSlim.Wait(int)"/>.</summary>
    public static bool Wait(ManualResetEventSlim target, int millisecondsTimeout, int site) =>
        Wait(target, Clocks.Milliseconds(millisecondsTimeout), CancellationToken.None, site);

    /// <summary>Follows <see cref="ManualResetEventSlim.Wait(int, CancellationToken)"/>.</summary>
    public static bool Wait(ManualResetEventSlim target, int millisecondsTimeout, CancellationToken cancellationToken, int site) =>
        Wait(target, Clocks.Milliseconds(millisecondsTimeout), cancellationToken, site);

    /// <summary>Follows <see cref="ManualResetEventSlim.Wait(TimeSpan)"/>.</summary>
    public static bool Wait(ManualResetEventSlim target, TimeSpan timeout, int site) =>
        Wait(target, timeout, CancellationToken.None, site);

    /// <summary>Follows <see cref="ManualResetEventSlim.Wait(TimeSpan, CancellationToken)"/>.</summary>
    public static bool Wait(ManualResetEventSlim target, TimeSpan timeout, CancellationToken cancellationToken, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return target!.Wait(timeout, cancellationToken);
        }

        Cancelling.Check(me, cancellationToken, site);
        var location = Of(me, target);
        return Waits.Until(
            me, target, static t => t.Wait(0), location, new SetGate(target, location), timeout, cancellationToken,
            ("finds {0} set", "finds {0} not set"), site);
    }

    /// <summary>Follows <see cref="ManualResetEventSlim.Set"/>.</summary>
    public static void Set(ManualResetEventSlim target, int site) => Turn(target, on: true, site);

    /// <summary>Follows <see cref="ManualResetEventSlim.Reset"/>.</summary>
    public static void Reset(ManualResetEventSlim target, int site) => Turn(target, on: false, site);

    /// <summary>Follows <see cref="ManualResetEventSlim.IsSet"/>.</summary>
    public static bool get_IsSet(ManualResetEventSlim target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            var location = Of(me, target);
            me.Step(new Operation(site, location, Access.Read));
            var value = Values.Format(target.IsSet);
            me.Run.Recorder?.Note(me, StepKind.Read, target.IsSet ? "sees that {0} is set" : "sees that {0} is not set", location, value, site);
        }

        return target!.IsSet;
    }

    /// <summary>Follows <see cref="ManualResetEventSlim.WaitHandle"/>.</summary>
    public static WaitHandle get_WaitHandle(ManualResetEventSlim target, int site) => Shown.Of(
        target.WaitHandle, Strand.Current is { } me ? Of(me, target) : null, () => target.IsSet, "finds {0} set");

    /// <summary>Follows <see cref="ManualResetEventSlim.Dispose()"/>.</summary>
    public static void Dispose(ManualResetEventSlim target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            me.Step(new Operation(site, Of(me, target), Access.Write) { KeepsVersion = true });
        }

        target!.Dispose();
    }

    private static void Turn(ManualResetEventSlim target, bool on, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            Turn(target!, on);
            return;
        }

        var location = Of(me, target);
        me.Step(new Operation(site, location, Access.Write) { KeepsVersion = true });
        var before = target.IsSet;
        Turn(target, on);
        if (before != on)
        {
            location.Version = on ? 1 : 0;
            me.Run.NoteEffect(me);
        }

        me.Run.Recorder?.Note(me, StepKind.Signal, on ? "sets {0}" : "resets {0}", location, null, site);
    }

    private static void Turn(ManualResetEventSlim target, bool on)
    {
        if (on)
        {
            target.Set();
        }
        else
        {
            target.Reset();
        }
    }

    private static Location Of(Strand me, ManualResetEventSlim target) => me.Run.LocationOf(target, LocationKey.State);

    private sealed class SetGate(ManualResetEventSlim target, Location location) : IGate
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
