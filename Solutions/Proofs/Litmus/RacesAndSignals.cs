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
}
