using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="Mutex"/>. A thread that ends with one in hand leaves it to the next, with a warning.</summary>
[Follows(typeof(Mutex))]
public static class Mutexes
{
    /// <summary>Follows <see cref="Mutex()"/>.</summary>
    public static Mutex New(int site) => new();

    /// <summary>Follows <see cref="Mutex(bool)"/>.</summary>
    public static Mutex New(bool initiallyOwned, int site)
    {
        var mutex = new Mutex();
        if (initiallyOwned)
        {
            if (Strand.Current is { } me)
            {
                WaitOne(me, mutex, Timeout.InfiniteTimeSpan, site);
            }
            else
            {
                mutex.WaitOne();
            }
        }

        return mutex;
    }

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

        var wasLeft = lockState.Owner is not null;
        target.WaitOne(0);
        lockState.Took(me, target, site, static mutex => ((Mutex)mutex).ReleaseMutex());
        return wasLeft ? throw new AbandonedMutexException() : true;
    }

    private static Ownership Of(Strand me, Mutex target)
    {
        var location = me.Run.LocationOf(target, LocationKey.State);
        return (Ownership)(location.Mirror ??= new Ownership(location) { IsLeftByTheDead = true });
    }
}
