using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="EventWaitHandle"/>, and with it <see cref="AutoResetEvent"/> and <see cref="ManualResetEvent"/>. Events
/// with a name belong to the whole machine, and are not followed.
/// </summary>
[Follows(typeof(EventWaitHandle))]
public static class EventWaitHandles
{
    /// <summary>Follows <see cref="EventWaitHandle(bool, EventResetMode)"/>.</summary>
    public static EventWaitHandle New(bool initialState, EventResetMode mode, int site) => new(initialState, mode);

    /// <summary>Follows <see cref="EventWaitHandle(bool, EventResetMode, string)"/>, where there is no name.</summary>
    public static EventWaitHandle New(bool initialState, EventResetMode mode, string? name, int site)
    {
        RefuseName(name, site);
        return new(initialState, mode, name);
    }

    /// <summary>Follows <see cref="EventWaitHandle(bool, EventResetMode, string, out bool)"/>, where there is no name.</summary>
    public static EventWaitHandle New(bool initialState, EventResetMode mode, string? name, out bool createdNew, int site)
    {
        RefuseName(name, site);
        return new(initialState, mode, name, out createdNew);
    }

    /// <summary>Follows <see cref="EventWaitHandle.Set"/>.</summary>
    public static bool Set(EventWaitHandle target, int site) => Turn(target, on: true, site);

    /// <summary>Follows <see cref="EventWaitHandle.Reset"/>.</summary>
    public static bool Reset(EventWaitHandle target, int site) => Turn(target, on: false, site);

    /// <summary>What a run knows of an event. The first time, the real one is tried out, and left as it was.</summary>
    internal static IWaitable Of(Run run, EventWaitHandle target)
    {
        if (run.LocationOf(target, LocationKey.State).Mirror is IWaitable known)
        {
            return known;
        }

        var isSet = target.WaitOne(0);
        if (!isSet)
        {
            target.Set();
            target.WaitOne(0);
        }

        var resetsItself = !target.WaitOne(0);
        if (resetsItself && isSet)
        {
            target.Set();
        }
        else if (!resetsItself && !isSet)
        {
            target.Reset();
        }

        return resetsItself ? Permits.Of(run, target, isSet ? 1 : 0) : Gateway.Of(run, target, isSet);
    }

    private static void RefuseName(string? name, int site)
    {
        if (!string.IsNullOrEmpty(name))
        {
            Strand.Current?.Run.NotFollowed("EventWaitHandle with a name", "one without a name", site);
        }
    }

    private static bool Turn(EventWaitHandle target, bool on, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            return on ? target!.Set() : target!.Reset();
        }

        var known = target.SafeWaitHandle.IsClosed ? null : Of(me.Run, target);
        me.Step(new Operation(site, me.Run.LocationOf(target, LocationKey.State), Access.Write) { KeepsVersion = true });
        if (known is not { } state || target.SafeWaitHandle.IsClosed)
        {
            return on ? target.Set() : target.Reset();
        }

        var done = on ? target.Set() : target.Reset();
        if (state is Gateway gateway)
        {
            gateway.Turn(me, on);
        }
        else if (on)
        {
            ((Permits)state).Set(me);
        }
        else
        {
            ((Permits)state).Reset(me);
        }

        me.Run.Recorder?.Note(me, StepKind.Signal, on ? "sets {0}" : "resets {0}", state.Location, null, site);
        return done;
    }
}
