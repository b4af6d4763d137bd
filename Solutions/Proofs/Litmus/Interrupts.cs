namespace Proofs.Litmus;

/// <summary><see cref="Thread.Interrupt"/>: it ends a wait, or the next one, and touches nothing that does not wait.</summary>
internal static class Interrupts
{
    [Litmus("woken")]
    private static string One_who_sleeps_for_ever() => Interrupted(() => Thread.Sleep(Timeout.Infinite));

    // It may have slept long enough before, and then nothing is left to be ended.
    [Litmus("woken", "slept")]
    private static string One_who_sleeps_for_a_while() => Interrupted(() => Thread.Sleep(100), "slept");

    [Litmus("fine")]
    private static string One_who_works()
    {
        var n = 0;
        return Interrupted(
            () =>
            {
                for (var i = 0; i < 2; i++) Interlocked.Increment(ref n);
                Thread.Yield();
                Thread.SpinWait(10);
            });
    }

    [Litmus("woken")]
    private static string Interrupted_before_it_was_started()
    {
        var end = "";
        var bob = new Thread(() => end = Try(() => Thread.Sleep(0)));
        bob.Interrupt();
        bob.Start();
        bob.Join();
        return end;
    }

    // Whoever has noticed is not told again.
    [Litmus("woken,fine")]
    private static string Once_is_once()
    {
        var end = "";
        var bob = new Thread(() =>
        {
            end = Try(() => Thread.Sleep(0));
            end += "," + Try(() => Thread.Sleep(0));
        });
        bob.Interrupt();
        bob.Interrupt();
        bob.Start();
        bob.Join();
        return end;
    }

    [Litmus("True")]
    private static string One_that_has_ended()
    {
        var bob = new Thread(() => { });
        bob.Start();
        bob.Join();
        bob.Interrupt();
        return $"{bob.Join(0)}";
    }

    [Litmus("woken")]
    private static string One_who_joins()
    {
        var gate = new ManualResetEventSlim();
        var carol = new Thread(() => gate.Wait()) { IsBackground = true };
        carol.Start();
        return Interrupted(carol.Join);
    }

    [Litmus("fine")]
    private static string One_who_joins_a_thread_that_is_over()
    {
        var carol = new Thread(() => { });
        carol.Start();
        carol.Join();
        return Interrupted(carol.Join);
    }

    // A lock that is free is no wait; one that is taken is.
    [Litmus("fine")]
    private static string A_free_lock()
    {
        var pan = new object();
        return Interrupted(() =>
        {
            lock (pan) { }
        });
    }

    [Litmus("woken,True")]
    private static string A_taken_lock()
    {
        var pan = new object();
        string end;
        lock (pan)
        {
            end = Interrupted(() =>
            {
                lock (pan) { }
            });
        }

        return $"{end},{Monitor.TryEnter(pan)}";
    }

    [Litmus("fine", "woken")]
    private static string A_lock_that_is_given_back_in_time_or_not()
    {
        var pan = new object();
        var end = "";
        var bob = new Thread(() => end = Try(() =>
        {
            lock (pan) { }
        }));
        bob.Interrupt();
        lock (pan)
        {
            bob.Start();
        }

        bob.Join();
        return end;
    }

    [Litmus("fine", "woken")]
    private static string The_same_with_a_lock_of_the_new_kind()
    {
        var pan = new Lock();
        var end = "";
        var bob = new Thread(() => end = Try(() =>
        {
            lock (pan) { }
        }));
        bob.Interrupt();
        lock (pan)
        {
            bob.Start();
        }

        bob.Join();
        return end;
    }

    // It has the lock again when it is told.
    [Litmus("woken,True")]
    private static string One_who_waits_for_a_pulse()
    {
        var pan = new object();
        var held = false;
        var end = Interrupted(() =>
        {
            lock (pan)
            {
                try
                {
                    Monitor.Wait(pan);
                }
                finally
                {
                    held = Monitor.IsEntered(pan);
                }
            }
        });
        return $"{end},{held}";
    }

    // The pulse goes to somebody else when it comes after the interrupt, and is not taken back when it came before.
    [Litmus("fine", "woken")]
    private static string A_pulse_and_an_interrupt()
    {
        var pan = new object();
        var end = "";
        var bob = new Thread(() => end = Try(() =>
        {
            lock (pan) Monitor.Wait(pan);
        }));
        var carol = new Thread(() =>
        {
            lock (pan) Monitor.Pulse(pan);
        });
        bob.Start();
        carol.Start();
        bob.Interrupt();
        carol.Join();
        // a pulse that came too early is lost, and then only the interrupt is left
        bob.Join();
        return end;
    }

    // That somebody is interrupted somewhere changes nothing of it.
    [Litmus("lost wake-up", "fine")]
    private static string A_pulse_that_comes_too_early_for_one_whom_nobody_interrupts()
    {
        var pan = new object();
        var bob = new Thread(() =>
        {
            lock (pan) Monitor.Wait(pan);
        });
        bob.Start();
        lock (pan) Monitor.Pulse(pan);
        Thread.CurrentThread.Interrupt();
        var end = Try(() => Thread.Sleep(0));
        bob.Join();
        return end == "woken" ? "fine" : "lost";
    }

    [Litmus("woken")]
    private static string An_interrupted_one_does_not_swallow_a_pulse()
    {
        var pan = new object();
        var waiting = new CountdownEvent(2);
        var ends = new string[2];
        Thread Wait(int who) => new(() => ends[who] = Try(() =>
        {
            lock (pan)
            {
                waiting.Signal();
                Monitor.Wait(pan);
            }
        }));
        var (bob, carol) = (Wait(0), Wait(1));
        bob.Start();
        carol.Start();
        waiting.Wait();
        bob.Interrupt();
        bob.Join();
        lock (pan) Monitor.Pulse(pan);
        carol.Join();
        return ends[1] == "fine" ? ends[0] : "lost";
    }

    [Litmus("woken,woken,woken")]
    private static string Handles_even_when_they_are_open()
    {
        var set = new ManualResetEvent(true);
        var mutex = new Mutex();
        return $"{Pending(() => set.WaitOne())},{Pending(() => set.WaitOne(0))},{Pending(() => mutex.WaitOne())}";
    }

    [Litmus("fine,fine,fine,fine")]
    private static string What_need_not_wait()
    {
        var set = new ManualResetEventSlim(true);
        var places = new SemaphoreSlim(1);
        var none = new CountdownEvent(0);
        var shelf = new ReaderWriterLockSlim();
        return $"{Pending(set.Wait)},{Pending(places.Wait)},{Pending(none.Wait)},{Pending(shelf.EnterReadLock)}";
    }

    [Litmus("woken,woken,woken,woken")]
    private static string What_has_to_wait()
    {
        var set = new ManualResetEventSlim();
        var places = new SemaphoreSlim(0);
        var one = new CountdownEvent(1);
        var task = new TaskCompletionSource().Task;
        return $"{Pending(set.Wait)},{Pending(places.Wait)},{Pending(one.Wait)},{Pending(task.Wait)}";
    }

    [Litmus("1", "0")]
    private static string A_place_that_is_given_is_taken_or_left()
    {
        var places = new SemaphoreSlim(0);
        var bob = new Thread(() => Try(places.Wait));
        bob.Start();
        Crew.Together(() => places.Release(), bob.Interrupt);
        bob.Join();
        return $"{places.CurrentCount}";
    }

    [Litmus("deadlock")]
    private static string An_exception_that_is_swallowed()
    {
        var end = Interrupted(() =>
        {
            while (true)
            {
                try
                {
                    Thread.Sleep(Timeout.Infinite);
                }
                catch (ThreadInterruptedException)
                {
                    // goes to sleep again
                }
            }
        });
        return end;
    }

    [Litmus("throws: Thread was interrupted from a waiting state.")]
    private static string Nobody_catches_it()
    {
        var bob = new Thread(() => Thread.Sleep(Timeout.Infinite));
        bob.Start();
        bob.Interrupt();
        bob.Join();
        return "done";
    }

    [Litmus("woken", "done")]
    private static string A_loop_that_waits_by_looking()
    {
        var done = false;
        var end = "done";
        var bob = new Thread(() => end = Try(
            () =>
            {
                while (!Volatile.Read(ref done)) Thread.Sleep(1);
            },
            "done"));
        bob.Start();
        bob.Interrupt();
        Volatile.Write(ref done, true);
        bob.Join();
        return end;
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string An_interrupt_orders_nothing()
    {
        var n = 0;
        var bob = new Thread(() =>
        {
            Try(() => Thread.Sleep(Timeout.Infinite));
            n++;
        });
        bob.Start();
        n = 1;
        bob.Interrupt();
        bob.Join();
        return $"{n}";
    }

    private static string Interrupted(Action work, string fine = "fine")
    {
        var end = "";
        var bob = new Thread(() => end = Try(work, fine)) { Name = "Bob" };
        bob.Start();
        bob.Interrupt();
        bob.Join();
        return end;
    }

    private static string Pending(Action work)
    {
        var end = "";
        var bob = new Thread(() => end = Try(work)) { Name = "Bob" };
        bob.Interrupt();
        bob.Start();
        bob.Join();
        return end;
    }

    private static string Try(Action work, string fine = "fine")
    {
        try
        {
            work();
            return fine;
        }
        catch (ThreadInterruptedException)
        {
            return "woken";
        }
    }
}
