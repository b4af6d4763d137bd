using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="TimeProvider"/>: .NET's own is virtual time; a learner's is code like any other, which gets virtual time
/// where it asks its base class.
/// </summary>
[Follows(typeof(TimeProvider))]
public static class TimeProviders
{
    /// <summary>The learner's provider that is being asked on this thread.</summary>
    [ThreadStatic]
    private static TimeProvider? t_asked;

    /// <summary>Follows <see cref="TimeProvider.GetUtcNow"/>.</summary>
    public static DateTimeOffset GetUtcNow(TimeProvider target, int site) =>
        Ask(target, static provider => provider.GetUtcNow(), () => DateTimeOffsets.get_UtcNow(site));

    /// <summary>Follows <see cref="TimeProvider.GetLocalNow"/>.</summary>
    public static DateTimeOffset GetLocalNow(TimeProvider target, int site) =>
        Ask(target, static provider => provider.GetLocalNow(), () => DateTimeOffsets.get_Now(site));

    /// <summary>Follows <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public static long GetTimestamp(TimeProvider target, int site) =>
        Ask(target, static provider => provider.GetTimestamp(), () => Stopwatches.GetTimestamp(site));

    /// <summary>Follows <see cref="TimeProvider.GetElapsedTime(long)"/>.</summary>
    public static TimeSpan GetElapsedTime(TimeProvider target, long startingTimestamp, int site) =>
        target.GetElapsedTime(startingTimestamp, GetTimestamp(target, site));

    /// <summary>Follows <see cref="TimeProvider.CreateTimer"/>.</summary>
    public static ITimer CreateTimer(
        TimeProvider target, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, int site) =>
        Ask(
            target,
            provider => provider.CreateTimer(callback, state, dueTime, period),
            () => Timers.New(callback, state, dueTime, period, site));

    private static T Ask<T>(TimeProvider target, Func<TimeProvider, T> own, Func<T> virtually)
    {
        // a learner's that asks its base class comes here once more, on real threads too
        if ((Strand.Current is not null && target == TimeProvider.System) || (target is not null && target == t_asked))
        {
            return virtually();
        }

        var before = t_asked;
        t_asked = target;
        try
        {
            return own(target!);
        }
        finally
        {
            t_asked = before;
        }
    }
}
