using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="ReaderWriterLockSlim"/>. The real one is taken, by its attempts that never wait, so that it tells of wrong
/// use itself; who is inside is kept beside it.
/// </summary>
[Follows(typeof(ReaderWriterLockSlim))]
public static class ReaderWriterLocks
{
    /// <summary>Follows <see cref="ReaderWriterLockSlim.EnterReadLock"/>.</summary>
    public static void EnterReadLock(ReaderWriterLockSlim target, int site) =>
        TryEnterReadLock(target, Timeout.InfiniteTimeSpan, site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.TryEnterReadLock(int)"/>.</summary>
    public static bool TryEnterReadLock(ReaderWriterLockSlim target, int millisecondsTimeout, int site) =>
        TryEnterReadLock(target, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.TryEnterReadLock(TimeSpan)"/>.</summary>
    public static bool TryEnterReadLock(ReaderWriterLockSlim target, TimeSpan timeout, int site) =>
        target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan
            ? target!.TryEnterReadLock(timeout)
            : Archive.Of(me.Run, target).Enter(me, EnteredFor.Reading, timeout, site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.EnterWriteLock"/>.</summary>
    public static void EnterWriteLock(ReaderWriterLockSlim target, int site) =>
        TryEnterWriteLock(target, Timeout.InfiniteTimeSpan, site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.TryEnterWriteLock(int)"/>.</summary>
    public static bool TryEnterWriteLock(ReaderWriterLockSlim target, int millisecondsTimeout, int site) =>
        TryEnterWriteLock(target, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.TryEnterWriteLock(TimeSpan)"/>.</summary>
    public static bool TryEnterWriteLock(ReaderWriterLockSlim target, TimeSpan timeout, int site) =>
        target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan
            ? target!.TryEnterWriteLock(timeout)
            : Archive.Of(me.Run, target).Enter(me, EnteredFor.Writing, timeout, site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.EnterUpgradeableReadLock"/>.</summary>
    public static void EnterUpgradeableReadLock(ReaderWriterLockSlim target, int site) =>
        TryEnterUpgradeableReadLock(target, Timeout.InfiniteTimeSpan, site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.TryEnterUpgradeableReadLock(int)"/>.</summary>
    public static bool TryEnterUpgradeableReadLock(ReaderWriterLockSlim target, int millisecondsTimeout, int site) =>
        TryEnterUpgradeableReadLock(target, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.TryEnterUpgradeableReadLock(TimeSpan)"/>.</summary>
    public static bool TryEnterUpgradeableReadLock(ReaderWriterLockSlim target, TimeSpan timeout, int site) =>
        target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan
            ? target!.TryEnterUpgradeableReadLock(timeout)
            : Archive.Of(me.Run, target).Enter(me, EnteredFor.Upgrading, timeout, site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.ExitReadLock"/>.</summary>
    public static void ExitReadLock(ReaderWriterLockSlim target, int site) => Exit(target, EnteredFor.Reading, site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.ExitWriteLock"/>.</summary>
    public static void ExitWriteLock(ReaderWriterLockSlim target, int site) => Exit(target, EnteredFor.Writing, site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.ExitUpgradeableReadLock"/>.</summary>
    public static void ExitUpgradeableReadLock(ReaderWriterLockSlim target, int site) => Exit(target, EnteredFor.Upgrading, site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.CurrentReadCount"/>.</summary>
    public static int get_CurrentReadCount(ReaderWriterLockSlim target, int site) =>
        target is null || Strand.Current is not { } me
            ? target!.CurrentReadCount
            : Archive.Of(me.Run, target).CountReaders(me, site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.WaitingWriteCount"/>.</summary>
    public static int get_WaitingWriteCount(ReaderWriterLockSlim target, int site) =>
        target is null || Strand.Current is not { } me
            ? target!.WaitingWriteCount
            : Archive.Of(me.Run, target).CountWritersToBe(me, site);

    /// <summary>Follows <see cref="ReaderWriterLockSlim.Dispose"/>.</summary>
    public static void Dispose(ReaderWriterLockSlim target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            me.Step(new Operation(site, Archive.Of(me.Run, target).Location, Access.Write) { KeepsVersion = true });
        }

        target!.Dispose();
    }

    private static void Exit(ReaderWriterLockSlim target, EnteredFor what, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            Archive.ReallyExit(target!, what);
            return;
        }

        Archive.Of(me.Run, target).Exit(me, what, site);
    }
}
