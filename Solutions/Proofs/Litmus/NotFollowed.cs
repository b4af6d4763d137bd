namespace Proofs.Litmus;

/// <summary>
/// What Sensei does not follow it names, rather than hang or guess. Each of these moves to a file of its own on the day
/// it is followed.
/// </summary>
internal static class NotFollowed
{
    [Litmus("not followed: Timer")]
    private static string A_timer()
    {
        _ = new Timer(_ => { });
        return "done";
    }

    [Litmus("not followed: Thread.Interrupt")]
    private static string Interrupting_a_thread()
    {
        Thread.CurrentThread.Interrupt();
        return "done";
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
