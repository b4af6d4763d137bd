namespace Proofs.Litmus;

/// <summary>Data races: what the events and semaphores of the system order, and what they do not.</summary>
internal static class RacesAndSignals
{
    [Litmus("1", ForbidDataRaces = true)]
    private static string Set_and_waited_for()
    {
        using var bell = new ManualResetEventSlim();
        return Handed(bell.Set, bell.Wait);
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Set_too_early()
    {
        using var bell = new ManualResetEventSlim();
        return HandedLate(bell.Set, bell.Wait);
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string A_manual_event_of_the_system()
    {
        using var bell = new ManualResetEvent(false);
        return Handed(() => bell.Set(), () => bell.WaitOne());
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_manual_event_set_too_early()
    {
        using var bell = new ManualResetEvent(false);
        return HandedLate(() => bell.Set(), () => bell.WaitOne());
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string An_automatic_event()
    {
        using var bell = new AutoResetEvent(false);
        return Handed(() => bell.Set(), () => bell.WaitOne());
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string An_automatic_event_set_too_early()
    {
        using var bell = new AutoResetEvent(false);
        return HandedLate(() => bell.Set(), () => bell.WaitOne());
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string A_semaphore_of_the_system()
    {
        using var slots = new Semaphore(0, 1);
        return Handed(() => slots.Release(), () => slots.WaitOne());
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_semaphore_released_too_early()
    {
        using var slots = new Semaphore(0, 1);
        return HandedLate(() => slots.Release(), () => slots.WaitOne());
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string Waiting_for_two_handles()
    {
        using var open = new ManualResetEvent(true);
        using var bell = new AutoResetEvent(false);
        return Handed(() => bell.Set(), () => WaitHandle.WaitAll([open, bell]));
    }

    [Litmus("data race", "1", ForbidDataRaces = true)]
    private static string An_event_that_is_not_waited_for()
    {
        using var bell = new ManualResetEventSlim();
        return Handed(bell.Set, () => bell.Wait(0));
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Counted_down()
    {
        using var left = new CountdownEvent(2);
        int one = 0, two = 0, sum = 0;
        Crew.Together(
            () =>
            {
                one = 1;
                left.Signal();
            },
            () =>
            {
                two = 1;
                left.Signal();
            },
            () =>
            {
                left.Wait();
                sum = one + two;
            });
        return $"{sum}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Counted_down_too_early()
    {
        using var left = new CountdownEvent(1);
        return HandedLate(() => left.Signal(), left.Wait);
    }

    [Litmus("2 2", ForbidDataRaces = true)]
    private static string Met_at_a_barrier()
    {
        using var barrier = new Barrier(2);
        int one = 0, two = 0, left = 0, right = 0;
        Crew.Together(
            () =>
            {
                one = 1;
                barrier.SignalAndWait();
                left = one + two;
            },
            () =>
            {
                two = 1;
                barrier.SignalAndWait();
                right = one + two;
            });
        return $"{left} {right}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Written_after_the_barrier()
    {
        using var barrier = new Barrier(2);
        var n = 0;
        Crew.Together(
            () =>
            {
                barrier.SignalAndWait();
                n = 1;
            },
            () =>
            {
                barrier.SignalAndWait();
                n = 1;
            });
        return $"{n}";
    }

    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string Cancelled()
    {
        using var source = new CancellationTokenSource();
        var token = source.Token;
        var n = 0;
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                n = 1;
                source.Cancel();
            },
            () =>
            {
                if (token.IsCancellationRequested) seen = $"{n}";
            });
        return seen;
    }

    private static string Handed(ThreadStart give, ThreadStart take)
    {
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                n = 1;
                give();
            },
            () =>
            {
                take();
                seen = n;
            });
        return $"{seen}";
    }

    private static string HandedLate(ThreadStart give, ThreadStart take)
    {
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                give();
                n = 1;
            },
            () =>
            {
                take();
                seen = n;
            });
        return $"{Math.Min(seen, 0)}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string By_the_handle_of_a_slim_event()
    {
        var set = new ManualResetEventSlim();
        return Handed(set.Set, () => set.WaitHandle.WaitOne());
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string By_the_handle_of_a_countdown()
    {
        var countdown = new CountdownEvent(1);
        return Handed(() => countdown.Signal(), () => countdown.WaitHandle.WaitOne());
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string By_the_handle_of_a_semaphore()
    {
        var places = new SemaphoreSlim(0);
        return Handed(() => places.Release(), () => places.AvailableWaitHandle.WaitOne());
    }
}
