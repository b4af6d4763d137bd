namespace Proofs.Litmus;

/// <summary>
/// What Sensei does not follow it names, rather than hang or guess. Each of these moves to a file of its own on the day
/// it is followed.
/// </summary>
internal static class NotFollowed
{
    [Litmus("not followed: Timer")]
    private static string The_other_timer()
    {
        _ = new System.Timers.Timer();
        return "done";
    }

    [Litmus("not followed: Thread.GetDomainID")]
    private static string A_member_of_a_thread()
    {
        _ = Thread.GetDomainID();
        return "done";
    }

    // It would run on the real pool, where nobody sees it.
    [Litmus("not followed: ParallelEnumerable.AsParallel")]
    private static string A_parallel_query()
    {
        var total = 0;
        new[] { 1, 2 }.AsParallel().ForAll(n => total += n);
        return $"{total}";
    }

    // Named only in the orders that come to it.
    [Litmus("done", "not followed: ReaderWriterLock")]
    private static string In_one_order_only()
    {
        var ready = false;
        Crew.Together(
            () => ready = true,
            () =>
            {
                if (ready) new ReaderWriterLock().AcquireReaderLock(0);
            });
        return "done";
    }
}
