using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>The clocks of explored code: virtual, and each thread's own.</summary>
internal static class VirtualNow
{
    /// <summary>Every run begins at this moment.</summary>
    private static readonly DateTime s_start = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    internal static DateTime? Of(Strand? strand) => strand is null ? null : s_start.AddTicks(strand.LookAtClock());
}

/// <summary><see cref="DateTime"/>'s clock.</summary>
[Follows(typeof(DateTime))]
public static class DateTimes
{
    /// <summary>Follows <see cref="DateTime.UtcNow"/>.</summary>
    public static DateTime get_UtcNow(int site) => VirtualNow.Of(Strand.Current) ?? DateTime.UtcNow;

    /// <summary>Follows <see cref="DateTime.Now"/>.</summary>
    public static DateTime get_Now(int site) => VirtualNow.Of(Strand.Current)?.ToLocalTime() ?? DateTime.Now;
}

/// <summary><see cref="DateTimeOffset"/>'s clock.</summary>
[Follows(typeof(DateTimeOffset))]
public static class DateTimeOffsets
{
    /// <summary>Follows <see cref="DateTimeOffset.UtcNow"/>.</summary>
    public static DateTimeOffset get_UtcNow(int site) =>
        VirtualNow.Of(Strand.Current) is { } now ? new DateTimeOffset(now) : DateTimeOffset.UtcNow;

    /// <summary>Follows <see cref="DateTimeOffset.Now"/>.</summary>
    public static DateTimeOffset get_Now(int site) =>
        VirtualNow.Of(Strand.Current) is { } now ? new DateTimeOffset(now).ToLocalTime() : DateTimeOffset.Now;
}

/// <summary><see cref="Environment"/>: its clock, the number of the thread, and that of the cores.</summary>
[Follows(typeof(Environment))]
public static class Environments
{
    /// <summary>Follows <see cref="Environment.TickCount64"/>.</summary>
    public static long get_TickCount64(int site) =>
        Strand.Current is { } me ? me.LookAtClock() / TimeSpan.TicksPerMillisecond : Environment.TickCount64;

    /// <summary>Follows <see cref="Environment.TickCount"/>.</summary>
    public static int get_TickCount(int site) =>
        Strand.Current is { } me ? (int)(me.LookAtClock() / TimeSpan.TicksPerMillisecond) : Environment.TickCount;

    /// <summary>Follows <see cref="Environment.CurrentManagedThreadId"/>.</summary>
    public static int get_CurrentManagedThreadId(int site) =>
        Threads.Known() is { } me ? Threads.get_ManagedThreadId(me, site) : Environment.CurrentManagedThreadId;

    /// <summary>Follows <see cref="Environment.ProcessorCount"/>: two, whatever machine the koan is judged on.</summary>
    public static int get_ProcessorCount(int site) => Strand.Current is null ? Environment.ProcessorCount : 2;
}
