using Sensei.Running;
using Sensei.Weaving;

namespace Sensei.Primitives;

/// <summary><see cref="SpinWait"/>: offers the processor, and orders nothing.</summary>
[Follows(typeof(SpinWait))]
public static class SpinWaits
{
    /// <summary>Follows <see cref="SpinWait.SpinOnce()"/>.</summary>
    public static void SpinOnce(ref SpinWait target, int site)
    {
        if (Strand.Current is null)
        {
            target.SpinOnce();
        }
        else
        {
            Threads.SpinWait(1, site);
        }
    }

    /// <summary>Follows <see cref="SpinWait.SpinOnce(int)"/>.</summary>
    public static void SpinOnce(ref SpinWait target, int sleep1Threshold, int site)
    {
        if (Strand.Current is null)
        {
            target.SpinOnce(sleep1Threshold);
        }
        else
        {
            Threads.SpinWait(1, site);
        }
    }

    /// <summary>Follows <see cref="SpinWait.SpinUntil(Func{bool})"/>.</summary>
    public static void SpinUntil(Func<bool> condition, int site)
    {
        if (Strand.Current is null)
        {
            SpinWait.SpinUntil(condition);
            return;
        }

        LoopTurns? turns = null;
        while (!condition())
        {
            // what woven loops do: a turn that changed nothing waits until something it looked at changes
            turns = LoopTurns.Turn(turns, site);
            LoopTurns.Decide(turns);
            Threads.SpinWait(1, site);
        }
    }

    /// <summary>Follows <see cref="SpinWait.SpinUntil(Func{bool}, int)"/>: looks, lets others go on for as long as they like, and looks again.</summary>
    public static bool SpinUntil(Func<bool> condition, int millisecondsTimeout, int site)
    {
        if (Strand.Current is not { } me)
        {
            return SpinWait.SpinUntil(condition, millisecondsTimeout);
        }

        if (millisecondsTimeout == -1)
        {
            SpinUntil(condition, site);
            return true;
        }

        var since = me.Time;
        if (condition())
        {
            return true;
        }

        Threads.SpinWait(1, site);
        if (condition())
        {
            return true;
        }

        Clocks.Pass(me, since, Clocks.Milliseconds(millisecondsTimeout));
        return false;
    }

    /// <summary>Follows <see cref="SpinWait.SpinUntil(Func{bool}, TimeSpan)"/>.</summary>
    public static bool SpinUntil(Func<bool> condition, TimeSpan timeout, int site) =>
        SpinUntil(condition, (int)timeout.TotalMilliseconds, site);

    /// <summary>Follows <see cref="SpinWait.Reset"/>.</summary>
    public static void Reset(ref SpinWait target, int site) => target.Reset();

    /// <summary>Follows <see cref="SpinWait.Count"/>: the same however often it has spun.</summary>
    public static int get_Count(ref SpinWait target, int site) => Strand.Current is null ? target.Count : 0;

    /// <summary>Follows <see cref="SpinWait.NextSpinWillYield"/>.</summary>
    public static bool get_NextSpinWillYield(ref SpinWait target, int site) => Strand.Current is not null || target.NextSpinWillYield;
}
