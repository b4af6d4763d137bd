using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary><see cref="SpinLock"/>, held in a field. Waiting for it is waiting, not spinning.</summary>
[Follows(typeof(SpinLock))]
public static class SpinLocks
{
    /// <summary>Follows <see cref="SpinLock.Enter"/>.</summary>
    public static void Enter(ref SpinLock target, ref bool lockTaken, int site)
    {
        if (lockTaken || Of(ref target) is not { } lockState || Strand.Current is not { } me || IsMine(lockState, ref target))
        {
            target.Enter(ref lockTaken);
            return;
        }

        lockState.Await(me, site);
        target.Enter(ref lockTaken);
        lockState.Took(me, lockState, site, static _ => { });
    }

    /// <summary>Follows <see cref="SpinLock.TryEnter(ref bool)"/>.</summary>
    public static void TryEnter(ref SpinLock target, ref bool lockTaken, int site) =>
        TryEnter(ref target, TimeSpan.Zero, ref lockTaken, site);

    /// <summary>Follows <see cref="SpinLock.TryEnter(int, ref bool)"/>.</summary>
    public static void TryEnter(ref SpinLock target, int millisecondsTimeout, ref bool lockTaken, int site) =>
        TryEnter(ref target, Clocks.Milliseconds(millisecondsTimeout), ref lockTaken, site);

    /// <summary>Follows <see cref="SpinLock.TryEnter(TimeSpan, ref bool)"/>.</summary>
    public static void TryEnter(ref SpinLock target, TimeSpan timeout, ref bool lockTaken, int site)
    {
        if (Clocks.IsForEver(timeout))
        {
            Enter(ref target, ref lockTaken, site);
            return;
        }

        if (lockTaken || Of(ref target) is not { } lockState || Strand.Current is not { } me || IsMine(lockState, ref target))
        {
            target.TryEnter(timeout, ref lockTaken);
            return;
        }

        if (lockState.Try(me, timeout, site))
        {
            target.TryEnter(ref lockTaken);
            lockState.Took(me, lockState, site, static _ => { });
        }
    }

    /// <summary>Follows <see cref="SpinLock.Exit()"/>.</summary>
    public static void Exit(ref SpinLock target, int site) => Exit(ref target, true, site);

    /// <summary>Follows <see cref="SpinLock.Exit(bool)"/>.</summary>
    public static void Exit(ref SpinLock target, bool useMemoryBarrier, int site)
    {
        if (Of(ref target) is not { } lockState || Strand.Current is not { } me || lockState.Owner is null
            || (lockState.Owner != me && target.IsThreadOwnerTrackingEnabled))
        {
            target.Exit(useMemoryBarrier);
            return;
        }

        lockState.Leave(me, site);
        target.Exit(useMemoryBarrier);
        lockState.Left(me, lockState);
        me.Run.Recorder?.Note(me, StepKind.Release, "gives {0} back", lockState.Location, null, site);
    }

    /// <summary>Follows <see cref="SpinLock.IsHeld"/>.</summary>
    public static bool get_IsHeld(ref SpinLock target, int site)
    {
        if (Of(ref target) is { } lockState && Strand.Current is { } me)
        {
            me.Step(new Operation(site, lockState.Location, Access.Read));
        }

        return target.IsHeld;
    }

    /// <summary>Follows <see cref="SpinLock.IsHeldByCurrentThread"/>.</summary>
    public static bool get_IsHeldByCurrentThread(ref SpinLock target, int site) => target.IsHeldByCurrentThread;

    /// <summary>With owner tracking, taking it twice is an error that .NET reports itself.</summary>
    private static bool IsMine(Ownership lockState, ref SpinLock target) =>
        lockState.Owner == Strand.Current && target.IsThreadOwnerTrackingEnabled;

    /// <summary>A lock in a field is known by the field, one in a local by its place on the stack.</summary>
    private static Ownership? Of(ref SpinLock target)
    {
        if (Strand.Current is not { } me)
        {
            return null;
        }

        ref var address = ref Unsafe.As<SpinLock, byte>(ref target);
        return Ownership.Of(References.Find(me, ref address) ?? me.Run.StaticLocation(References.StackKey(ref address)));
    }
}
