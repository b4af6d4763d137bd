using System.Diagnostics;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="Stopwatch"/>, in virtual time.</summary>
[Follows(typeof(Stopwatch))]
public static class Stopwatches
{
    /// <summary>Follows <see cref="Stopwatch.StartNew"/>.</summary>
    public static Stopwatch StartNew(int site)
    {
        var watch = new Stopwatch();
        Start(watch, site);
        return watch;
    }

    /// <summary>Follows <see cref="Stopwatch.Start"/>.</summary>
    public static void Start(Stopwatch target, int site)
    {
        if (Of(target) is not { } state)
        {
            target.Start();
        }
        else if (state.Since is null)
        {
            state.Since = Strand.Current!.Time;
        }
    }

    /// <summary>Follows <see cref="Stopwatch.Stop"/>.</summary>
    public static void Stop(Stopwatch target, int site)
    {
        if (Of(target) is not { } state)
        {
            target.Stop();
            return;
        }

        state.Passed = state.Now;
        state.Since = null;
    }

    /// <summary>Follows <see cref="Stopwatch.Reset"/>.</summary>
    public static void Reset(Stopwatch target, int site)
    {
        if (Of(target) is not { } state)
        {
            target.Reset();
            return;
        }

        state.Passed = 0;
        state.Since = null;
    }

    /// <summary>Follows <see cref="Stopwatch.Restart"/>.</summary>
    public static void Restart(Stopwatch target, int site)
    {
        Reset(target, site);
        Start(target, site);
    }

    /// <summary>Follows <see cref="Stopwatch.IsRunning"/>.</summary>
    public static bool get_IsRunning(Stopwatch target, int site) =>
        Of(target) is { } state ? state.Since is not null : target.IsRunning;

    /// <summary>Follows <see cref="Stopwatch.Elapsed"/>.</summary>
    public static TimeSpan get_Elapsed(Stopwatch target, int site) =>
        Of(target) is { } state ? new TimeSpan(state.Now) : target.Elapsed;

    /// <summary>Follows <see cref="Stopwatch.ElapsedMilliseconds"/>.</summary>
    public static long get_ElapsedMilliseconds(Stopwatch target, int site) =>
        Of(target) is { } state ? state.Now / TimeSpan.TicksPerMillisecond : target.ElapsedMilliseconds;

    /// <summary>Follows <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public static long GetTimestamp(int site) =>
        Strand.Current is { } me ? me.LookAtClock() * (Stopwatch.Frequency / TimeSpan.TicksPerSecond) : Stopwatch.GetTimestamp();

    /// <summary>Follows <see cref="Stopwatch.GetElapsedTime(long)"/>.</summary>
    public static TimeSpan GetElapsedTime(long startingTimestamp, int site) =>
        Stopwatch.GetElapsedTime(startingTimestamp, GetTimestamp(site));

    private static State? Of(Stopwatch target) =>
        target is not null && Strand.Current is { } me
            ? (State)(me.Run.LocationOf(target, LocationKey.State).Mirror ??= new State())
            : null;

    private sealed class State
    {
        internal long? Since;
        internal long Passed;

        internal long Now => Passed + (Since is { } since ? Strand.Current!.LookAtClock() - since : 0);
    }
}
