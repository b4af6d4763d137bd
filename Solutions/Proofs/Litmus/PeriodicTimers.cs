namespace Proofs.Litmus;

/// <summary><see cref="PeriodicTimer"/>: one who waits for the next tick, and the end of all ticks.</summary>
internal static class PeriodicTimers
{
    [Litmus("True,True,True")]
    private static string Tick_after_tick()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        return string.Join(',', Enumerable.Range(0, 3).Select(_ => timer.WaitForNextTickAsync().AsTask().Result));
    }

    // The count is all that changes, and nobody else's.
    [Litmus("done")]
    private static string Tick_after_tick_in_a_loop_that_counts()
    {
        Three().Wait();
        return "done";

        static async Task Three()
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            for (var ticks = 0; ticks < 3; ticks++) await timer.WaitForNextTickAsync();
        }
    }

    // A tick that has come already lets the loop go round at once, which is no spinning.
    [Litmus("done")]
    private static string Looking_with_every_tick()
    {
        var isReady = false;
        var looking = Look();
        Volatile.Write(ref isReady, true);
        looking.Wait();
        return "done";

        async Task Look()
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            while (!Volatile.Read(ref isReady)) await timer.WaitForNextTickAsync();
        }
    }

    [Litmus("False")]
    private static string No_tick_after_the_end()
    {
        var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        timer.Dispose();
        return $"{timer.WaitForNextTickAsync().AsTask().Result}";
    }

    [Litmus("False", "True")]
    private static string A_tick_or_the_end()
    {
        var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var ticked = timer.WaitForNextTickAsync().AsTask();
        Crew.Alone(timer.Dispose);
        return $"{ticked.Result}";
    }

    [Litmus("InvalidOperationException")]
    private static string Two_who_wait()
    {
        using var timer = new PeriodicTimer(Timeout.InfiniteTimeSpan);
        _ = timer.WaitForNextTickAsync();
        return Crew.Try(() => _ = timer.WaitForNextTickAsync());
    }

    [Litmus("deadlock")]
    private static string Never() => $"{new PeriodicTimer(Timeout.InfiniteTimeSpan).WaitForNextTickAsync().AsTask().Result}";

    [Litmus("00:00:02,00:00:03")]
    private static string Its_period()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        var before = timer.Period;
        timer.Period = TimeSpan.FromSeconds(3);
        return $"{before},{timer.Period}";
    }

    [Litmus("ArgumentOutOfRangeException")]
    private static string No_period_at_all() => Crew.Try(() => _ = new PeriodicTimer(TimeSpan.Zero));

    [Litmus("cancelled", "True")]
    private static string A_wait_that_is_cancelled()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        using var source = new CancellationTokenSource();
        var ticked = timer.WaitForNextTickAsync(source.Token).AsTask();
        source.Cancel();
        try
        {
            return $"{ticked.GetAwaiter().GetResult()}";
        }
        catch (OperationCanceledException)
        {
            return "cancelled";
        }
    }

    [Litmus("True")]
    private static string Time_passes_between_ticks()
    {
        var begin = Environment.TickCount64;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        timer.WaitForNextTickAsync().AsTask().Wait();
        timer.WaitForNextTickAsync().AsTask().Wait();
        return $"{Environment.TickCount64 - begin == 2000}";
    }
}
