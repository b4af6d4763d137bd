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
