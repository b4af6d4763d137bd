using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="WaitHandle"/>: waiting for a <see cref="Mutex"/>. Other handles are not followed yet.</summary>
[Follows(typeof(WaitHandle))]
public static class WaitHandles
{
    /// <summary>Follows <see cref="WaitHandle.WaitOne()"/>.</summary>
    public static bool WaitOne(WaitHandle target, int site) => WaitOne(target, Timeout.InfiniteTimeSpan, site);

    /// <summary>Follows <see cref="WaitHandle.WaitOne(int)"/>.</summary>
    public static bool WaitOne(WaitHandle target, int millisecondsTimeout, int site) =>
        WaitOne(target, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="WaitHandle.WaitOne(TimeSpan)"/>.</summary>
    public static bool WaitOne(WaitHandle target, TimeSpan timeout, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return target!.WaitOne(timeout);
        }

        if (target is Mutex mutex)
        {
            return Mutexes.WaitOne(me, mutex, timeout, site);
        }

        me.Run.NotFollowed($"{target.GetType().Name}.WaitOne", "Monitor.Wait and Monitor.PulseAll", site);
        return false;
    }

    /// <summary>Follows <see cref="WaitHandle.Dispose()"/>.</summary>
    public static void Dispose(WaitHandle target, int site) => target.Dispose();

    /// <summary>Follows <see cref="WaitHandle.Close"/>.</summary>
    public static void Close(WaitHandle target, int site) => target.Close();
}

/// <summary><see cref="Mutex"/>.</summary>
[Follows(typeof(Mutex))]
public static class Mutexes
{
    /// <summary>Follows <see cref="Mutex.ReleaseMutex"/>.</summary>
    public static void ReleaseMutex(Mutex target, int site)
    {
        if (target is null || Strand.Current is not { } me || Of(me, target) is not { } lockState || lockState.Owner != me)
        {
            target!.ReleaseMutex();
            return;
        }

        var last = lockState.Leave(me, site);
        target.ReleaseMutex();
        if (last)
        {
            lockState.Left(me, target);
            me.Run.Recorder?.Note(me, StepKind.Release, "gives {0} back", lockState.Location, null, site);
        }
    }

    internal static bool WaitOne(Strand me, Mutex target, TimeSpan timeout, int site)
    {
        var lockState = Of(me, target);
        if (lockState.Owner == me)
        {
            lockState.TookAgain();
            return target.WaitOne(0);
        }

        if (Clocks.IsForEver(timeout))
        {
            lockState.Await(me, site);
        }
        else if (!lockState.Try(me, timeout, site))
        {
            return false;
        }

        target.WaitOne(0);
        lockState.Took(me, target, site, static mutex => ((Mutex)mutex).ReleaseMutex());
        return true;
    }

    private static Ownership Of(Strand me, Mutex target) =>
        Ownership.Of(me.Run.LocationOf(target, LocationKey.State));
}
