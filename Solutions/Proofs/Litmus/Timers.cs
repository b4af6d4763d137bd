namespace Proofs.Litmus;

/// <summary><see cref="Timer"/>: when it is due, what overlaps, and what stopping it does not stop.</summary>
internal static class Timers
{
    [Litmus("0", "1")]
    private static string A_tick_comes_when_it_likes()
    {
        var ticks = 0;
        using var timer = new Timer(_ => Volatile.Write(ref ticks, 1), null, 10, Timeout.Infinite);
        return $"{Volatile.Read(ref ticks)}";
    }

    // However long the one sleeps and however short the other is due.
    [Litmus("0", "1")]
    private static string Sleeping_is_not_waiting_for_it()
    {
        var ticks = 0;
        using var timer = new Timer(_ => Volatile.Write(ref ticks, 1), null, 1, Timeout.Infinite);
        Thread.Sleep(100);
        return $"{Volatile.Read(ref ticks)}";
    }

    [Litmus("1")]
    private static string It_can_be_waited_for()
    {
        var rings = new SemaphoreSlim(0);
        var ticks = 0;
        using var timer = new Timer(
            _ =>
            {
                ticks++;
                rings.Release();
            },
            null,
            TimeSpan.FromMilliseconds(10),
            Timeout.InfiniteTimeSpan);
        rings.Wait();
        return $"{ticks}";
    }

    [Litmus("deadlock")]
    private static string Never_due()
    {
        var rings = new SemaphoreSlim(0);
        using var timer = new Timer(_ => rings.Release());
        rings.Wait();
        return "done";
    }

    [Litmus("deadlock")]
    private static string Once_is_not_twice()
    {
        var rings = new SemaphoreSlim(0);
        using var timer = new Timer(_ => rings.Release(), null, 0, Timeout.Infinite);
        rings.Wait();
        rings.Wait();
        return "done";
    }

    // As often as somebody waits for it, and not for ever when nobody does.
    [Litmus("done")]
    private static string Again_and_again()
    {
        var rings = new SemaphoreSlim(0);
        using var timer = new Timer(_ => rings.Release(), null, 10, 10);
        for (var i = 0; i < 5; i++) rings.Wait();
        return "done";
    }

    // Two callbacks at once: the timer does not wait for the first.
    [Litmus("1", "2")]
    private static string Callbacks_overlap()
    {
        var n = 0;
        var ticks = 0;
        var done = new CountdownEvent(2);
        using var timer = new Timer(
            _ =>
            {
                if (Interlocked.Increment(ref ticks) > 2) return;
                n++;
                done.Signal();
            },
            null,
            10,
            10);
        done.Wait();
        return $"{n}";
    }

    [Litmus("2")]
    private static string Callbacks_that_take_turns()
    {
        var n = 0;
        var gate = new object();
        var done = new CountdownEvent(2);
        using var timer = new Timer(
            _ =>
            {
                lock (gate)
                {
                    if (n == 2) return;
                    n++;
                    done.Signal();
                }
            },
            null,
            10,
            10);
        done.Wait();
        return $"{n}";
    }

    // One that starts itself again has no two callbacks at once.
    [Litmus("2")]
    private static string Due_again_when_the_callback_is_done()
    {
        var n = 0;
        var done = new ManualResetEventSlim();
        Timer? timer = null;
        timer = new Timer(_ =>
        {
            if (++n == 2) done.Set();
            else timer!.Change(10, Timeout.Infinite);
        });
        timer.Change(10, Timeout.Infinite);
        done.Wait();
        return $"{n}";
    }

    [Litmus("False,0", "False,1", "True,0")]
    private static string Stopping_does_not_stop_what_has_begun()
    {
        var n = 0;
        var begun = false;
        var timer = new Timer(
            _ =>
            {
                Volatile.Write(ref begun, true);
                Volatile.Write(ref n, 1);
            },
            null,
            10,
            Timeout.Infinite);
        timer.Dispose();
        var seen = Volatile.Read(ref n);
        // none at all, one that is over, or one that is still at it
        return seen == 1 ? "False,1" : $"{Volatile.Read(ref begun) && Volatile.Read(ref n) == 0},0";
    }

    [Litmus("0,0", "1,1")]
    private static string Stopping_and_waiting_for_the_end()
    {
        var n = 0;
        var timer = new Timer(_ => Volatile.Write(ref n, 1), null, 10, Timeout.Infinite);
        var over = new ManualResetEvent(false);
        timer.Dispose(over);
        over.WaitOne();
        return $"{Volatile.Read(ref n)},{Volatile.Read(ref n)}";
    }

    [Litmus("0,0", "1,1")]
    private static string Stopping_asynchronously()
    {
        var n = 0;
        var timer = new Timer(_ => Volatile.Write(ref n, 1), null, 10, Timeout.Infinite);
        timer.DisposeAsync().AsTask().Wait();
        return $"{Volatile.Read(ref n)},{Volatile.Read(ref n)}";
    }

    [Litmus("True,False,False")]
    private static string Stopped_for_good()
    {
        var timer = new Timer(_ => { });
        var before = timer.Change(Timeout.Infinite, Timeout.Infinite);
        timer.Dispose();
        return $"{before},{timer.Change(0, 0)},{timer.Dispose(new ManualResetEvent(false))}";
    }

    [Litmus("done")]
    private static string Put_off_for_ever()
    {
        var rings = 0;
        var timer = new Timer(_ => rings++, null, 10, 10);
        timer.Change(Timeout.Infinite, Timeout.Infinite);
        return rings <= 2 ? "done" : "too many";
    }

    [Litmus("7")]
    private static string What_it_is_given()
    {
        var rings = new SemaphoreSlim(0);
        object? seen = null;
        using var timer = new Timer(
            state =>
            {
                seen = state;
                rings.Release();
            },
            7,
            10,
            Timeout.Infinite);
        rings.Wait();
        return $"{seen}";
    }

    [Litmus("ArgumentOutOfRangeException,ArgumentNullException")]
    private static string What_cannot_be() =>
        $"{Crew.Try(() => _ = new Timer(_ => { }, null, -2, 0))},{Crew.Try(() => _ = new Timer(null!))}";

    [Litmus("livelock")]
    private static string Waiting_by_looking_for_what_no_tick_does()
    {
        var done = false;
        using var timer = new Timer(_ => Volatile.Read(ref done), null, 10, 10);
        while (!Volatile.Read(ref done)) Thread.Sleep(1);
        return "done";
    }

    [Litmus("inconclusive")]
    private static string Ticking_for_ever()
    {
        var ticks = 0;
        var never = new ManualResetEventSlim();
        using var timer = new Timer(_ => Interlocked.Increment(ref ticks), null, 10, 10);
        never.Wait();
        return "done";
    }

    [Litmus("throws: burnt")]
    private static string What_a_callback_throws_ends_the_process()
    {
        using var timer = new Timer(_ => throw new InvalidOperationException("burnt"), null, 10, Timeout.Infinite);
        new ManualResetEventSlim().Wait();
        return "done";
    }

    [Litmus("True")]
    private static string Time_passes()
    {
        var begin = Environment.TickCount64;
        var rings = new SemaphoreSlim(0);
        using var timer = new Timer(_ => rings.Release(), null, 100, 100);
        for (var i = 0; i < 3; i++) rings.Wait();
        return $"{Environment.TickCount64 - begin >= 300}";
    }

    [Litmus("1")]
    private static string From_a_provider_of_time()
    {
        var rings = new SemaphoreSlim(0);
        using var timer = TimeProvider.System.CreateTimer(_ => rings.Release(), null, TimeSpan.FromMilliseconds(10), Timeout.InfiniteTimeSpan);
        rings.Wait();
        timer.Change(TimeSpan.FromMilliseconds(10), Timeout.InfiniteTimeSpan);
        rings.Wait();
        return "1";
    }

    [Litmus("True,True,True")]
    private static string Providers_tell_virtual_time()
    {
        var (utc, stamp) = (TimeProvider.System.GetUtcNow(), TimeProvider.System.GetTimestamp());
        Thread.Sleep(500);
        var passed = TimeProvider.System.GetUtcNow() - utc;
        return $"{passed == TimeSpan.FromMilliseconds(500)},{TimeProvider.System.GetElapsedTime(stamp) == passed},"
            + $"{TimeProvider.System.GetLocalNow().ToUniversalTime() == TimeProvider.System.GetUtcNow()}";
    }

    [Litmus("2030,True")]
    private static string A_providers_of_ones_own()
    {
        TimeProvider still = new Still();
        return $"{still.GetUtcNow().Year},{still.GetTimestamp() == TimeProvider.System.GetTimestamp()}";
    }

    [Litmus("data race", "0", ForbidDataRaces = true)]
    private static string Stopping_orders_nothing()
    {
        var n = 0;
        var timer = new Timer(_ => n = 1, null, 10, Timeout.Infinite);
        timer.Dispose();
        return $"{n}";
    }

    [Litmus("0", "1", ForbidDataRaces = true)]
    private static string Waiting_for_the_end_orders()
    {
        var n = 0;
        var timer = new Timer(_ => n = 1, null, 10, Timeout.Infinite);
        var over = new ManualResetEvent(false);
        timer.Dispose(over);
        over.WaitOne();
        return $"{n}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string What_was_before_the_timer_comes_before_its_callback()
    {
        var rings = new SemaphoreSlim(0);
        var n = 1;
        using var timer = new Timer(
            _ =>
            {
                n++;
                rings.Release();
            },
            null,
            10,
            Timeout.Infinite);
        rings.Wait();
        return $"{n}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Nothing_orders_two_callbacks()
    {
        var shelf = new int[1];
        var done = new CountdownEvent(2);
        using var timer = new Timer(
            _ =>
            {
                shelf[0] = 1;
                if (!done.IsSet) done.Signal();
            },
            null,
            10,
            10);
        done.Wait();
        return "done";
    }

    private sealed class Still : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override long GetTimestamp() => base.GetTimestamp();
    }
}
