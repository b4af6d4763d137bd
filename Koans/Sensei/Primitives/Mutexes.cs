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
        if (target is null || Strand.Current is not { } me || Of(me, target).Lock is not { } lockState || lockState.Owner != me)
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
        var mutex = Of(me, target);
        var lockState = mutex.Lock;
        if (lockState.Owner == me)
        {
            lockState.TookAgain();
            return target.WaitOne(0);
        }

        if (Clocks.IsForEver(timeout))
        {
            lockState.Await(me, site, sleeps: true);
        }
        else if (!lockState.Try(me, timeout, site, sleeps: true))
        {
            return false;
        }

        return mutex.Take(me, site) ? true : throw new AbandonedMutexException();
    }

    internal static Owned Of(Strand me, Mutex target)
    {
        var location = me.Run.LocationOf(target, LocationKey.State);
        return (Owned)(location.Mirror ??= new Owned(target, new Ownership(location) { IsLeftByTheDead = true }));
    }

    /// <summary>What a run knows of a mutex.</summary>
    internal sealed class Owned(Mutex target, Ownership lockState) : IWaitable
    {
        internal Ownership Lock { get; } = lockState;

        /// <inheritdoc/>
        public Location Location => Lock.Location;

        /// <inheritdoc/>
        public Access Access => Access.Write;

        /// <inheritdoc/>
        public bool IsOpen(Strand strand) => Lock.Owner == strand || Lock.IsOpen(strand);

        /// <inheritdoc/>
        public Waiting Describe(Strand strand) => Lock.Describe(strand);

        /// <inheritdoc/>
        public bool Take(Strand me, int site)
        {
            var wasLeft = Lock.Owner is not null && Lock.Owner != me;
            target.WaitOne(0);
            if (Lock.Owner == me)
            {
                Lock.TookAgain();
            }
            else
            {
                Lock.Took(me, target, site, static mutex => ((Mutex)mutex).ReleaseMutex());
            }

            return !wasLeft;
        }

        /// <inheritdoc/>
        public void Miss(Strand me)
        {
            me.Spinning.NoteRead(Location);
            if (Lock.Owner is { } owner)
            {
                owner.Spinning.Observed++;
            }
        }
    }
}
