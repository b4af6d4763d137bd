using System.Diagnostics;

namespace Proofs.Litmus;

/// <summary>How long it takes to wait in vain: a time-out counts from its own beginning, whatever else is heard meanwhile.</summary>
internal static class Deadlines
{
    [Litmus("taken at 6", "late at 10")]
    private static string What_comes_meanwhile_does_not_make_a_semaphore_wait_longer()
    {
        var slots = new SemaphoreSlim(0);
        var clock = Stopwatch.StartNew();
        var result = "";
        Crew.Together(
            () => result = (slots.Wait(TimeSpan.FromMinutes(10)) ? "taken at " : "late at ") + clock.Elapsed.TotalMinutes,
            () =>
            {
                Thread.Sleep(TimeSpan.FromMinutes(6));
                slots.Release();
                slots.Wait(0);
            });
        return result;
    }

    [Litmus("10", "16")]
    private static string Who_is_woken_for_nothing_waits_as_long_again()
    {
        var gate = new object();
        var clock = Stopwatch.StartNew();
        var minutes = 0.0;
        Crew.Together(
            () =>
            {
                lock (gate)
                {
                    while (Monitor.Wait(gate, TimeSpan.FromMinutes(10)))
                    {
                    }

                    minutes = clock.Elapsed.TotalMinutes;
                }
            },
            () =>
            {
                Thread.Sleep(TimeSpan.FromMinutes(6));
                lock (gate)
                {
                    Monitor.Pulse(gate);
                }
            });
        return $"{minutes}";
    }

    [Litmus("home at 10")]
    private static string A_loop_that_looks_at_the_clock_ends_when_it_is_time()
    {
        var gate = new object();
        var clock = Stopwatch.StartNew();
        Crew.Alone(() =>
        {
            lock (gate)
            {
                while (clock.Elapsed < TimeSpan.FromMinutes(10))
                {
                    Monitor.Wait(gate, TimeSpan.FromMinutes(10) - clock.Elapsed);
                }
            }
        });
        return $"home at {clock.Elapsed.TotalMinutes}";
    }

    [Litmus("10")]
    private static string Who_hears_of_a_deadline_knows_that_it_has_come()
    {
        var clock = Stopwatch.StartNew();
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        var minutes = 0.0;
        Crew.Alone(() =>
        {
            while (!end.IsCancellationRequested)
            {
                Thread.Sleep(TimeSpan.FromMinutes(1));
            }

            minutes = clock.Elapsed.TotalMinutes;
        });
        return minutes >= 10 ? "10" : $"{minutes}";
    }

    [Litmus("0", "1")]
    private static string Who_looks_again_and_again_looks_a_moment_late()
    {
        var clock = Stopwatch.StartNew();
        var ready = false;
        var milliseconds = 0L;
        Crew.Together(() => ready = true, () =>
        {
            while (!ready)
            {
            }

            milliseconds = clock.ElapsedMilliseconds;
        });
        return $"{milliseconds}";
    }
}
