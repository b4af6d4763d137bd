using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="SpinWait"/>: offers the processor, and orders nothing.</summary>
[Follows(typeof(SpinWait))]
public static class SpinWaits
{
    /// <summary>Follows <see cref="SpinWait.SpinOnce()"/>.</summary>
    public static void SpinOnce(ref SpinWait target, int site) => Threads.SpinWait(1, site);

    /// <summary>Follows <see cref="SpinWait.SpinOnce(int)"/>.</summary>
    public static void SpinOnce(ref SpinWait target, int sleep1Threshold, int site) => Threads.SpinWait(1, site);

    /// <summary>Follows <see cref="SpinWait.Reset"/>.</summary>
    public static void Reset(ref SpinWait target, int site) => target.Reset();

    /// <summary>Follows <see cref="SpinWait.Count"/>: the same however often it has spun.</summary>
    public static int get_Count(ref SpinWait target, int site) => 0;

    /// <summary>Follows <see cref="SpinWait.NextSpinWillYield"/>.</summary>
    public static bool get_NextSpinWillYield(ref SpinWait target, int site) => true;
}
