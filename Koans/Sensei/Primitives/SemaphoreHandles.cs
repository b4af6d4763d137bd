using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="Semaphore"/>, the handle. One with a name belongs to the whole machine, and is not followed.</summary>
[Follows(typeof(Semaphore))]
public static class SemaphoreHandles
{
    /// <summary>Follows <see cref="Semaphore(int, int)"/>.</summary>
    public static Semaphore New(int initialCount, int maximumCount, int site)
    {
        var semaphore = new Semaphore(initialCount, maximumCount);
        if (Strand.Current is { } me)
        {
            Permits.Of(me.Run, semaphore, initialCount);
        }

        return semaphore;
    }

    /// <summary>Follows <see cref="Semaphore.Release()"/>.</summary>
    public static int Release(Semaphore target, int site) => Release(target, 1, site);

    /// <summary>Follows <see cref="Semaphore.Release(int)"/>.</summary>
    public static int Release(Semaphore target, int releaseCount, int site)
    {
        if (target is null || Strand.Current is not { } me || target.SafeWaitHandle.IsClosed)
        {
            return target!.Release(releaseCount);
        }

        var permits = Of(me.Run, target);
        me.Step(new Operation(site, permits.Location, Access.Write) { KeepsVersion = true });
        var before = target.Release(releaseCount);
        var own = permits.Give(me, releaseCount);
        me.Run.Recorder?.Note(
            me, StepKind.Release, own ? "gives {0} back" : "releases {0}", permits.Location, null, site);
        return before;
    }

    /// <summary>What a run knows of a semaphore. One that was made before the run is counted by taking all of it.</summary>
    internal static Permits Of(Run run, Semaphore target)
    {
        if (run.LocationOf(target, LocationKey.State).Mirror is Permits known)
        {
            return known;
        }

        var count = 0;
        while (target.WaitOne(0))
        {
            count++;
        }

        if (count > 0)
        {
            target.Release(count);
        }

        return Permits.Of(run, target, count);
    }
}
