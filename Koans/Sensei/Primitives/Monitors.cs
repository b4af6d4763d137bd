using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// <see cref="Monitor"/>, and so the <c>lock</c> statement. Taking and giving back are real; the wait set is a model,
/// because .NET has no attempt form of it: Wait gives up every recursion and joins the end of the wait set, Pulse moves
/// its head to those who compete for the lock, and a Pulse that nobody waits for is lost.
/// </summary>
[Follows(typeof(Monitor))]
public static class Monitors
{
    /// <summary>Follows <see cref="Monitor.Enter(object)"/>.</summary>
    public static void Enter(object target, int site)
    {
        if (target is null || Strand.Current is not { } me)
        {
            Monitor.Enter(target!);
            return;
        }

        var lockState = Of(me, target);
        if (lockState.Owner == me)
        {
            Monitor.Enter(target);
            lockState.TookAgain();
            return;
        }

        lockState.Await(me, site);
        Monitor.Enter(target);
        lockState.Took(me, target, site, Monitor.Exit);
    }

    /// <summary>Follows <see cref="Monitor.Enter(object, ref bool)"/>.</summary>
    public static void Enter(object target, ref bool lockTaken, int site)
    {
        if (lockTaken)
        {
            throw new ArgumentException("Argument must be initialized to false", nameof(lockTaken));
        }

        Enter(target, site);
        lockTaken = true;
    }

    /// <summary>Follows <see cref="Monitor.TryEnter(object)"/>.</summary>
    public static bool TryEnter(object target, int site) => TryEnter(target, TimeSpan.Zero, site);

    /// <summary>Follows <see cref="Monitor.TryEnter(object, ref bool)"/>.</summary>
    public static void TryEnter(object target, ref bool lockTaken, int site) =>
        TryEnter(target, TimeSpan.Zero, ref lockTaken, site);

    /// <summary>Follows <see cref="Monitor.TryEnter(object, int)"/>.</summary>
    public static bool TryEnter(object target, int millisecondsTimeout, int site) =>
        TryEnter(target, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="Monitor.TryEnter(object, int, ref bool)"/>.</summary>
    public static void TryEnter(object target, int millisecondsTimeout, ref bool lockTaken, int site) =>
        TryEnter(target, Clocks.Milliseconds(millisecondsTimeout), ref lockTaken, site);

    /// <summary>Follows <see cref="Monitor.TryEnter(object, TimeSpan, ref bool)"/>.</summary>
    public static void TryEnter(object target, TimeSpan timeout, ref bool lockTaken, int site)
    {
        if (lockTaken)
        {
            throw new ArgumentException("Argument must be initialized to false", nameof(lockTaken));
        }

        lockTaken = TryEnter(target, timeout, site);
    }

    /// <summary>Follows <see cref="Monitor.TryEnter(object, TimeSpan)"/>.</summary>
    public static bool TryEnter(object target, TimeSpan timeout, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return Monitor.TryEnter(target!, timeout);
        }

        if (Clocks.IsForEver(timeout))
        {
            Enter(target, site);
            return true;
        }

        var lockState = Of(me, target);
        if (lockState.Owner == me)
        {
            Monitor.Enter(target);
            lockState.TookAgain();
            return true;
        }

        if (!lockState.Try(me, timeout, site))
        {
            return false;
        }

        Monitor.Enter(target);
        lockState.Took(me, target, site, Monitor.Exit);
        return true;
    }

    /// <summary>Follows <see cref="Monitor.Exit"/>.</summary>
    public static void Exit(object target, int site)
    {
        if (target is null || Strand.Current is not { } me || Of(me, target) is not { } lockState || lockState.Owner != me)
        {
            Monitor.Exit(target!);
            return;
        }

        var last = lockState.Leave(me, site);
        Monitor.Exit(target);
        if (last)
        {
            lockState.Left(me, target);
            me.Run.Recorder?.Note(me, StepKind.Release, "gives {0} back", lockState.Location, null, site);
        }
    }

    /// <summary>Follows <see cref="Monitor.IsEntered"/>.</summary>
    public static bool IsEntered(object target, int site) => Monitor.IsEntered(target);

    /// <summary>Follows <see cref="Monitor.Wait(object)"/>.</summary>
    public static bool Wait(object target, int site) => Wait(target, Timeout.InfiniteTimeSpan, site);

    /// <summary>Follows <see cref="Monitor.Wait(object, int)"/>.</summary>
    public static bool Wait(object target, int millisecondsTimeout, int site) =>
        Wait(target, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="Monitor.Wait(object, int, bool)"/>; the last argument means nothing any more.</summary>
    public static bool Wait(object target, int millisecondsTimeout, bool exitContext, int site) =>
        Wait(target, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="Monitor.Wait(object, TimeSpan, bool)"/>; the last argument means nothing any more.</summary>
    public static bool Wait(object target, TimeSpan timeout, bool exitContext, int site) => Wait(target, timeout, site);

    /// <summary>Follows <see cref="Monitor.Wait(object, TimeSpan)"/>.</summary>
    public static bool Wait(object target, TimeSpan timeout, int site)
    {
        if (target is null || Strand.Current is not { } me || !Monitor.IsEntered(target) || timeout < Timeout.InfiniteTimeSpan)
        {
            return Monitor.Wait(target!, timeout);
        }

        var lockState = Of(me, target);
        var waitSet = WaitSet.Of(me.Run, target);
        var forEver = Clocks.IsForEver(timeout);
        // one who cannot give up waits for the signal and the lock in one step
        var patient = forEver && !me.Run.Exploration.HasInterrupts;
        me.Step(new Operation(site, lockState.Location, Access.Release)
        {
            Second = waitSet.Location,
            SecondAccess = Access.Write,
            KeepsVersion = true,
        });
        var waiter = waitSet.Join(me, lockState, isTimed: !patient);
        var count = lockState.Count;
        for (var i = 0; i < count; i++)
        {
            Monitor.Exit(target);
        }

        lockState.Left(me, target, onlyTimeOuts: !forEver);
        me.Run.Recorder?.Note(me, StepKind.Wait, "gives {0} back and waits for a signal", lockState.Location, null, site);
        ThreadInterruptedException? interrupted = null;
        if (patient)
        {
            me.Step(new Operation(site, lockState.Location, Access.Acquire, waiter) { KeepsVersion = true });
        }
        else
        {
            interrupted = AwaitSignal(me, waitSet, waiter, timeout, lockState.Location, site);
            lockState.Await(me, site, endures: true);
        }

        var signalled = patient || waiter.IsSignalled;
        for (var i = 0; i < count; i++)
        {
            Monitor.Enter(target);
        }

        lockState.Took(me, target, site, Monitor.Exit, signalled ? "wakes and takes {0}" : "takes {0} again");
        lockState.Restore(count);
        return interrupted is null ? signalled : throw interrupted;
    }

    /// <summary>The wait of one who may go away without having been signalled.</summary>
    private static ThreadInterruptedException? AwaitSignal(
        Strand me, WaitSet waitSet, Waiter waiter, TimeSpan timeout, Location location, int site)
    {
        try
        {
            me.Step(new Operation(site, waitSet.Location, Access.Write, waiter.Signal)
            {
                TimesOut = !Clocks.IsForEver(timeout),
                KeepsVersion = true,
            });
        }
        catch (ThreadInterruptedException interrupted)
        {
            waitSet.Leave(waiter);
            return interrupted;
        }

        if (waiter.IsSignalled)
        {
            // a turn that has heard something was no idle one: the next may wait until its time is up
            me.Spinning.Effects++;
        }
        else
        {
            waitSet.Leave(waiter);
            Clocks.Pass(me, timeout);
            me.Run.Recorder?.Note(me, StepKind.Refused, "has waited long enough", location, null, site);
        }

        return null;
    }

    /// <summary>Follows <see cref="Monitor.Pulse"/>.</summary>
    public static void Pulse(object target, int site)
    {
        if (target is null || Strand.Current is not { } me || !Monitor.IsEntered(target))
        {
            Monitor.Pulse(target!);
            return;
        }

        Signal(me, target, all: false, site);
    }

    /// <summary>Follows <see cref="Monitor.PulseAll"/>.</summary>
    public static void PulseAll(object target, int site)
    {
        if (target is null || Strand.Current is not { } me || !Monitor.IsEntered(target))
        {
            Monitor.PulseAll(target!);
            return;
        }

        Signal(me, target, all: true, site);
    }

    private static void Signal(Strand me, object target, bool all, int site)
    {
        var waitSet = WaitSet.Of(me.Run, target);
        me.Step(new Operation(site, waitSet.Location, Access.Write) { KeepsVersion = true });
        var woken = waitSet.Signal(me, all);
        if (me.Run.Recorder is { } recorder)
        {
            var whom = woken.Count == 0 ? "nobody is waiting" : "wakes " + string.Join(", ", woken.Select(Names.Of));
            recorder.Note(me, StepKind.Signal, $"signals on {{0}}: {whom}", Of(me, target).Location, null, site);
        }
    }

    private static Ownership Of(Strand me, object target) =>
        Ownership.Of(me.Run.LocationOf(target, LocationKey.Monitor));
}
