namespace Koans.Waiting;

public class AboutWaiting
{
    private readonly object _pen = new();
    private readonly object _notebook = new();
    private readonly SemaphoreSlim _signal = new(0);

    // Says: wait for each other for ever
    [Koan]
    public void Two_locks_are_taken_crosswise()
    {
        var alice = new Thread(() => Both(_pen, _notebook)) { Name = "Alice" };
        var bob = new Thread(() => Both(_notebook, _pen)) { Name = "Bob" };
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
    }

    // Says: Expected everybody to finish
    [Koan]
    public void A_sleep_lasts_for_ever() => Thread.Sleep(Timeout.Infinite);

    // Says: Expected everybody to finish
    [Koan]
    public void A_thread_sleeps_for_ever()
    {
        var thread = new Thread(() => Thread.Sleep(Timeout.InfiniteTimeSpan)) { Name = "Alice" };
        thread.Start();
        thread.Join();
    }

    // Says: Expected everybody to finish
    [Koan]
    public void A_signal_never_comes() => _signal.Wait();

    // Says: Expected everybody to finish
    [Koan]
    public void A_pulse_never_comes()
    {
        lock (_pen)
        {
            Monitor.Wait(_pen);
        }
    }

    // Says: Expected everybody to finish
    [Koan]
    public void A_thread_waits_for_itself() => Thread.CurrentThread.Join();

    // Says: Expected everybody to finish
    [Koan]
    public void A_lock_is_never_given_back()
    {
        var thread = new Thread(() => Monitor.Enter(_pen)) { Name = "Alice" };
        thread.Start();
        thread.Join();
        lock (_pen)
        {
        }
    }

    // Met.
    [Koan]
    public void A_very_long_sleep_takes_no_time() => Thread.Sleep(int.MaxValue);

    private static void Both(object first, object second)
    {
        lock (first)
        {
            lock (second)
            {
            }
        }
    }
}
