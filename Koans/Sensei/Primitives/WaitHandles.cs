using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="WaitHandle"/>: waiting for one, for any and for all of mutexes, semaphores and events.</summary>
[Follows(typeof(WaitHandle))]
public static class WaitHandles
{
    private const int MostHandles = 64;

    /// <summary>Follows <see cref="WaitHandle.WaitOne()"/>.</summary>
    public static bool WaitOne(WaitHandle target, int site) => WaitOne(target, Timeout.InfiniteTimeSpan, site);

    /// <summary>Follows <see cref="WaitHandle.WaitOne(int)"/>.</summary>
    public static bool WaitOne(WaitHandle target, int millisecondsTimeout, int site) =>
        WaitOne(target, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="WaitHandle.WaitOne(int, bool)"/>; there are no contexts to leave.</summary>
    public static bool WaitOne(WaitHandle target, int millisecondsTimeout, bool exitContext, int site) =>
        WaitOne(target, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="WaitHandle.WaitOne(TimeSpan, bool)"/>.</summary>
    public static bool WaitOne(WaitHandle target, TimeSpan timeout, bool exitContext, int site) =>
        WaitOne(target, timeout, site);

    /// <summary>Follows <see cref="WaitHandle.WaitOne(TimeSpan)"/>.</summary>
    public static bool WaitOne(WaitHandle target, TimeSpan timeout, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return target!.WaitOne(timeout);
        }

        if (target.SafeWaitHandle.IsClosed)
        {
            me.Step(new Operation(site, me.Run.LocationOf(target, LocationKey.State), Access.Read));
            return target.WaitOne(timeout);
        }

        if (target is Mutex mutex)
        {
            return Mutexes.WaitOne(me, mutex, timeout, site);
        }

        var waitable = Of(me, target, site);
        Step(me, [waitable], waitable, timeout, site);
        if (waitable.IsOpen(me))
        {
            return waitable.Take(me, site);
        }

        Refuse(me, [waitable], timeout, site);
        return false;
    }

    /// <summary>Follows <see cref="WaitHandle.WaitAny(WaitHandle[])"/>.</summary>
    public static int WaitAny(WaitHandle[] waitHandles, int site) => WaitAny(waitHandles, Timeout.InfiniteTimeSpan, site);

    /// <summary>Follows <see cref="WaitHandle.WaitAny(WaitHandle[], int)"/>.</summary>
    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout, int site) =>
        WaitAny(waitHandles, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="WaitHandle.WaitAny(WaitHandle[], int, bool)"/>.</summary>
    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext, int site) =>
        WaitAny(waitHandles, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="WaitHandle.WaitAny(WaitHandle[], TimeSpan, bool)"/>.</summary>
    public static int WaitAny(WaitHandle[] waitHandles, TimeSpan timeout, bool exitContext, int site) =>
        WaitAny(waitHandles, timeout, site);

    /// <summary>Follows <see cref="WaitHandle.WaitAny(WaitHandle[], TimeSpan)"/>: the first of those that are open, in the order given.</summary>
    public static int WaitAny(WaitHandle[] waitHandles, TimeSpan timeout, int site)
    {
        if (Strand.Current is not { } me || !IsGood(waitHandles) || timeout < Timeout.InfiniteTimeSpan)
        {
            return WaitHandle.WaitAny(waitHandles, timeout);
        }

        var all = Array.ConvertAll(waitHandles, handle => Of(me, handle, site));
        Step(me, all, new AnyGate(all), timeout, site);
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].IsOpen(me))
            {
                return all[i].Take(me, site) ? i : throw new AbandonedMutexException(i, waitHandles[i]);
            }
        }

        Refuse(me, all, timeout, site);
        return WaitHandle.WaitTimeout;
    }

    /// <summary>Follows <see cref="WaitHandle.WaitAll(WaitHandle[])"/>.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles, int site) => WaitAll(waitHandles, Timeout.InfiniteTimeSpan, site);

    /// <summary>Follows <see cref="WaitHandle.WaitAll(WaitHandle[], int)"/>.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout, int site) =>
        WaitAll(waitHandles, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="WaitHandle.WaitAll(WaitHandle[], int, bool)"/>.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext, int site) =>
        WaitAll(waitHandles, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="WaitHandle.WaitAll(WaitHandle[], TimeSpan, bool)"/>.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles, TimeSpan timeout, bool exitContext, int site) =>
        WaitAll(waitHandles, timeout, site);

    /// <summary>Follows <see cref="WaitHandle.WaitAll(WaitHandle[], TimeSpan)"/>: takes nothing before it can have everything.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles, TimeSpan timeout, int site)
    {
        if (Strand.Current is not { } me || !IsGood(waitHandles) || waitHandles.Distinct().Count() < waitHandles.Length
            || timeout < Timeout.InfiniteTimeSpan)
        {
            return WaitHandle.WaitAll(waitHandles, timeout);
        }

        var all = Array.ConvertAll(waitHandles, handle => Of(me, handle, site));
        Step(me, all, new AllGate(all), timeout, site);
        if (!Array.TrueForAll(all, one => one.IsOpen(me)))
        {
            Refuse(me, all, timeout, site);
            return false;
        }

        var wasLeft = -1;
        for (var i = 0; i < all.Length; i++)
        {
            if (!all[i].Take(me, site) && wasLeft < 0)
            {
                wasLeft = i;
            }
        }

        return wasLeft < 0 ? true : throw new AbandonedMutexException();
    }

    /// <summary>Follows <see cref="WaitHandle.SignalAndWait(WaitHandle, WaitHandle)"/>.</summary>
    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn, int site) =>
        SignalAndWait(toSignal, toWaitOn, Timeout.InfiniteTimeSpan, exitContext: false, site);

    /// <summary>Follows <see cref="WaitHandle.SignalAndWait(WaitHandle, WaitHandle, int, bool)"/>.</summary>
    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn, int millisecondsTimeout, bool exitContext, int site) =>
        SignalAndWait(toSignal, toWaitOn, Clocks.Milliseconds(millisecondsTimeout), exitContext, site);

    /// <summary>
    /// Follows <see cref="WaitHandle.SignalAndWait(WaitHandle, WaitHandle, TimeSpan, bool)"/>, which .NET does not promise
    /// to be one step: it is two here.
    /// </summary>
    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn, TimeSpan timeout, bool exitContext, int site)
    {
        if (Strand.Current is null || toSignal is null || toWaitOn is null || timeout < Timeout.InfiniteTimeSpan)
        {
            return WaitHandle.SignalAndWait(toSignal!, toWaitOn!, timeout, exitContext);
        }

        switch (toSignal)
        {
            case Mutex mutex:
                Mutexes.ReleaseMutex(mutex, site);
                break;
            case Semaphore semaphore:
                SemaphoreHandles.Release(semaphore, site);
                break;
            case EventWaitHandle signal:
                EventWaitHandles.Set(signal, site);
                break;
        }

        return WaitOne(toWaitOn, timeout, site);
    }

    /// <summary>Follows <see cref="WaitHandle.Dispose()"/>.</summary>
    public static void Dispose(WaitHandle target, int site)
    {
        if (target is not null and not Mutex && Strand.Current is { } me)
        {
            me.Step(new Operation(site, me.Run.LocationOf(target, LocationKey.State), Access.Write) { KeepsVersion = true });
        }

        target!.Dispose();
    }

    /// <summary>Follows <see cref="WaitHandle.Close"/>.</summary>
    public static void Close(WaitHandle target, int site) => Dispose(target, site);

    private static IWaitable Of(Strand me, WaitHandle target, int site)
    {
        if (me.Run.LocationOf(target, LocationKey.State).Mirror is IWaitable known)
        {
            return known;
        }

        switch (target)
        {
            case Mutex mutex:
                return Mutexes.Of(me, mutex);
            case Semaphore semaphore:
                return SemaphoreHandles.Of(me.Run, semaphore);
            case EventWaitHandle signal:
                return EventWaitHandles.Of(me.Run, signal);
            default:
                me.Run.NotFollowed($"{target.GetType().Name}.WaitOne", "an event", site);
                throw new RunAbandoned();
        }
    }

    /// <summary>Whether there is nothing for .NET to complain of.</summary>
    private static bool IsGood(WaitHandle[] handles) =>
        handles is { Length: > 0 and <= MostHandles }
        && Array.TrueForAll(handles, handle => handle is not null && !handle.SafeWaitHandle.IsClosed);

    private static void Step(Strand me, IWaitable[] all, IGate gate, TimeSpan timeout, int site)
    {
        var waits = timeout != TimeSpan.Zero;
        me.Step(new Operation(site, all[0].Location, all[0].Access, waits ? gate : null)
        {
            Second = all.Length > 1 ? all[1].Location : null,
            SecondAccess = all.Length > 1 ? all[1].Access : Access.None,
            More = all.Length > 2 ? Array.ConvertAll(all[2..], one => (one.Location, one.Access)) : null,
            TimesOut = waits && !Clocks.IsForEver(timeout),
            KeepsVersion = true,
            Ordering = Ordering.None,
            Sleeps = true,
        });
    }

    private static void Refuse(Strand me, IWaitable[] all, TimeSpan timeout, int site)
    {
        foreach (var one in all)
        {
            one.Miss(me);
        }

        Clocks.Pass(me, timeout);
        var text = timeout == TimeSpan.Zero ? "finds {0} closed" : "gives up waiting for {0}";
        me.Run.Recorder?.Note(me, StepKind.Refused, text, all[0].Location, null, site);
    }

    private sealed class AnyGate(IWaitable[] all) : IGate
    {
        public bool IsOpen(Strand strand) => Array.Exists(all, one => one.IsOpen(strand));

        public Waiting Describe(Strand strand) => all[0].Describe(strand);
    }

    private sealed class AllGate(IWaitable[] all) : IGate
    {
        public bool IsOpen(Strand strand) => Array.TrueForAll(all, one => one.IsOpen(strand));

        public Waiting Describe(Strand strand) =>
            (Array.Find(all, one => !one.IsOpen(strand)) ?? all[0]).Describe(strand);
    }
}
