namespace Koans.Threads;

public class AboutThreads
{
    private readonly object _pen = new();
    private int _count;

    // Says: Alice stops
    [Koan]
    public void A_thread_throws()
    {
        var alice = new Thread(() => throw new InvalidOperationException("The soup is cold.")) { Name = "Alice" };
        alice.Start();
        alice.Join();
    }

    // Says: stops
    [Koan]
    public void A_lock_is_given_back_by_a_thread_that_does_not_hold_it()
    {
        var alice = new Thread(() => Monitor.Exit(_pen)) { Name = "Alice" };
        lock (_pen)
        {
            alice.Start();
            alice.Join();
        }
    }

    // Says: synchroni
    [Koan]
    public void A_lock_is_given_back_twice()
    {
        Monitor.Enter(_pen);
        Monitor.Exit(_pen);
        Monitor.Exit(_pen);
    }

    // Met.
    [Koan]
    public void A_thread_is_never_joined_and_ends() => new Thread(() => _count++).Start();

    // Says: no end in sight
    [Koan]
    public void A_thread_is_never_joined_and_never_ends() =>
        new Thread(() =>
        {
            while (true)
            {
                _count++;
            }
        }).Start();

    // Says: no end in sight
    [Koan]
    public void A_background_thread_never_ends() =>
        new Thread(() =>
        {
            while (true)
            {
                _count++;
            }
        })
        { IsBackground = true }.Start();

    // Met.
    [Koan]
    public void A_background_thread_waits_for_ever() =>
        new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = true }.Start();

    // Says: More than 64 threads were started
    [Koan]
    public void A_thousand_threads_are_started()
    {
        var threads = Enumerable.Range(0, 1000).Select(_ => new Thread(() => _count++)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    // Says: more than 64 threads were started
    [Koan]
    public void Every_thread_starts_another() => Spawn();

    // Says: more than 64 threads were started
    [Koan]
    public void Every_thread_starts_two_others() => SpawnTwo();

    // Says: More than 1,000 threads were made
    [Koan]
    public void Threads_are_made_and_never_started()
    {
        while (true)
        {
            _ = new Thread(() => { });
        }
    }

    // Met.
    [Koan]
    public void A_decent_koan_among_the_threads_is_met()
    {
        var thread = new Thread(() => Interlocked.Increment(ref _count));
        thread.Start();
        thread.Join();
        _count.Should().Be(1);
    }

    private static void Spawn()
    {
        var thread = new Thread(Spawn);
        thread.Start();
        thread.Join();
    }

    private static void SpawnTwo()
    {
        new Thread(SpawnTwo).Start();
        new Thread(SpawnTwo).Start();
    }
}
