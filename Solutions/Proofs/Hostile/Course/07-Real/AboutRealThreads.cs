namespace Koans.Real;

/// <summary>Live koans, whose code is on real threads.</summary>
public class AboutRealThreads
{
    private static int s_leftOver;
    private readonly object _pen = new();
    private readonly object _notebook = new();
    private int _count;

    // Says: cake is burnt
    [LiveKoan(Patience = 10)]
    public void A_real_thread_throws()
    {
        var alice = new Thread(() => throw new InvalidOperationException("The cake is burnt.")) { Name = "Alice" };
        alice.Start();
        alice.Join();
    }

    // Says: Alice stops
    [LiveKoan(Patience = 10)]
    public void A_real_thread_throws_while_the_koan_waits_for_ever()
    {
        new Thread(() => throw new InvalidOperationException("The cake is burnt.")) { Name = "Alice" }.Start();
        new ManualResetEventSlim().Wait();
    }

    // Says: work item
    [LiveKoan(Patience = 10)]
    public void A_real_work_item_throws()
    {
        ThreadPool.QueueUserWorkItem(_ => throw new InvalidOperationException("The work item is burnt."));
        new ManualResetEventSlim().Wait();
    }

    // Says: work item
    [LiveKoan(Patience = 10)]
    public void A_real_work_item_throws_far_from_its_context()
    {
        ThreadPool.UnsafeQueueUserWorkItem(_ => throw new InvalidOperationException("The work item is burnt."), null);
        new ManualResetEventSlim().Wait();
    }

    // Says: timer
    [LiveKoan(Patience = 10)]
    public void A_real_timer_throws()
    {
        using var timer = new Timer(_ => throw new InvalidOperationException("The timer is burnt."), null, 1, Timeout.Infinite);
        new ManualResetEventSlim().Wait();
    }

    // Says: nobody waits for this
    [LiveKoan(Patience = 10)]
    public void A_real_async_void_throws()
    {
        Forget();
        new ManualResetEventSlim().Wait();
    }

    // Says: but after 0.5 seconds it had not
    [LiveKoan(Patience = 0.5)]
    public void A_real_loop_has_no_end()
    {
        while (true)
        {
            _count++;
        }
    }

    // Says: but after 0.5 seconds it had not
    [LiveKoan(Patience = 0.5)]
    public void Real_loops_have_no_end_and_are_left_alone()
    {
        for (var i = 0; i < 4; i++)
        {
            new Thread(Spin).Start();
        }

        new ManualResetEventSlim().Wait();
    }

    // Says: but after 2 seconds it had not
    [LiveKoan(Patience = 2)]
    public void Thousands_of_real_threads_come_and_go()
    {
        while (true)
        {
            var guest = new Thread(() => _count++) { Name = "Guest" };
            guest.Start();
            guest.Join();
        }
    }

    // Met.
    [LiveKoan]
    public void Real_threads_are_left_behind()
    {
        // foreground threads, all of them: the first goes round for ever, the second sleeps, the third is stuck
        new Thread(Spin).Start();
        new Thread(() => Thread.Sleep(Timeout.Infinite)).Start();
        new Thread(() => new SemaphoreSlim(0).Wait()).Start();
    }

    // Says: (koan:
    [LiveKoan(Patience = 0.5)]
    public void Two_real_threads_wait_for_each_other()
    {
        using var both = new Barrier(2);
        var alice = new Thread(() => Take(_pen, _notebook, both)) { Name = "Alice" };
        var bob = new Thread(() => Take(_notebook, _pen, both)) { Name = "Bob" };
        alice.Start();
        bob.Start();
        alice.Join();
        bob.Join();
    }

    // Says: but after 0.5 seconds it had not
    [LiveKoan(Patience = 0.5)]
    public async Task A_real_await_never_comes_back() => await new TaskCompletionSource().Task;

    // Says: but after 0.5 seconds it had not
    [LiveKoan(Patience = 0.5)]
    public void A_real_thread_swallows_everything()
    {
        while (true)
        {
            try
            {
                Spin();
            }
            catch
            {
            }
            finally
            {
                _count++;
            }
        }
    }

    // Says: but after 0.5 seconds it had not
    [LiveKoan(Patience = 0.5)]
    public async Task A_real_task_swallows_everything()
    {
        while (true)
        {
            try
            {
                await Task.Run(Spin);
            }
            catch
            {
            }
        }
    }

    // Says: Environment.Exit
    [LiveKoan]
    public void A_real_exit() => Environment.Exit(3);

    // Says: Environment.Exit
    [LiveKoan]
    public void A_real_exit_on_another_thread()
    {
        new Thread(() => Environment.Exit(3)).Start();
        new ManualResetEventSlim().Wait();
    }

    // Says: calls itself without end
    [LiveKoan]
    public void A_real_recursion() => _count = Deeper(0);

    // Says: calls itself without end
    [LiveKoan]
    public void A_real_recursion_on_another_thread()
    {
        var thread = new Thread(() => _count = Deeper(0));
        thread.Start();
        thread.Join();
    }

    // Says: more and more memory
    [LiveKoan]
    public void Real_memory_is_used_up()
    {
        var all = new List<byte[]>();
        while (true)
        {
            all.Add(new byte[1 << 20]);
        }
    }

    // Met.
    [LiveKoan]
    public void Statics_are_left_changed()
    {
        s_leftOver++;
        s_leftOver.Should().Be(1);
    }

    // Met.
    [LiveKoan]
    public void Statics_are_as_new_for_the_next() => s_leftOver.Should().Be(0);

    // Met.
    [LiveKoan]
    public async Task A_decent_live_koan_is_met()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Interlocked.Increment(ref _count))));
        _count.Should().Be(8);
    }

    private static int Deeper(int depth) => Deeper(depth + 1) + 1;

    private static async void Forget()
    {
        await Task.Yield();
        throw new InvalidOperationException("But nobody waits for this.");
    }

    private static void Take(object first, object second, Barrier both)
    {
        lock (first)
        {
            both.SignalAndWait();
            lock (second)
            {
            }
        }
    }

    private void Spin()
    {
        while (true)
        {
            _count++;
        }
    }
}
