using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// Virtual time. Every thread has a clock of its own; it moves when the thread lets time pass, and catches up with
/// the clock of whomever the thread waits for or hears from. So it shows the length of the longest chain of waiting.
/// </summary>
internal static class Clocks
{
    /// <summary>
    /// Lets the time of a wait pass that began with the thread's last operation. What the thread has heard of by the end
    /// of it happened meanwhile, and makes the wait no longer.
    /// </summary>
    internal static void Pass(Strand me, TimeSpan time) => Pass(me, me.WaitsSince, time);

    /// <summary>The same for a wait that began at another time.</summary>
    internal static void Pass(Strand me, long since, TimeSpan time)
    {
        me.Run.UsesTime = true;
        me.Time = Math.Max(me.Time, since + time.Ticks);
    }

    /// <summary>A time-out in milliseconds as .NET means it: -1 is for ever.</summary>
    internal static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    internal static bool IsForEver(TimeSpan timeout) => timeout == Timeout.InfiniteTimeSpan;
}
