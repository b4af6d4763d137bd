namespace Proofs.Litmus;

/// <summary>The ways in which a run comes to its end, or does not.</summary>
internal static class Endings
{
    [Litmus("throws: burnt")]
    private static string Exception_on_a_thread()
    {
        Crew.Alone(() => throw new InvalidOperationException("burnt"));
        return "done";
    }

    [Litmus("throws: early", "done")]
    private static string Exception_on_a_thread_in_one_order()
    {
        var ready = false;
        Crew.Together(
            () => ready = true,
            () =>
            {
                if (!ready) throw new InvalidOperationException("early");
            });
        return "done";
    }

    [Litmus("burnt")]
    private static string Exception_caught_on_its_thread()
    {
        var seen = "";
        Crew.Alone(() =>
        {
            try
            {
                throw new InvalidOperationException("burnt");
            }
            catch (InvalidOperationException e)
            {
                seen = e.Message;
            }
        });
        return seen;
    }

    // Whichever comes first ends the process.
    [Litmus("throws: one", "throws: two")]
    private static string Exceptions_on_two_threads()
    {
        Crew.Together(
            () => throw new InvalidOperationException("one"),
            () => throw new InvalidOperationException("two"));
        return "done";
    }

    [Litmus("fails: wrong")]
    private static string Exception_in_the_scenario()
    {
        Crew.Alone(() => { });
        throw new InvalidOperationException("wrong");
    }

    [Litmus("fails: wrong", "right")]
    private static string Exception_in_the_scenario_in_one_order()
    {
        var n = 0;
        Crew.Together(() => n++, () => n++);
        if (n != 2) throw new InvalidOperationException("wrong");
        return "right";
    }

    [Litmus("fails: wrong", "throws: burnt")]
    private static string Exceptions_in_the_scenario_and_on_a_thread()
    {
        new Thread(() => throw new InvalidOperationException("burnt")).Start();
        throw new InvalidOperationException("wrong");
    }

    [Litmus("throws: burnt", "done")]
    private static string Exception_on_a_thread_that_nobody_joins()
    {
        var n = 0;
        new Thread(() =>
        {
            if (n == 1) throw new InvalidOperationException("burnt");
        }).Start();
        n = 1;
        return "done";
    }

    [Litmus("0")]
    private static string A_finally_block_runs_when_an_exception_is_caught_outside()
    {
        var held = 1;
        Crew.Alone(() => Crew.Try(() =>
        {
            try
            {
                throw new InvalidOperationException("burnt");
            }
            finally
            {
                held = 0;
            }
        }));
        return $"{held}";
    }

    [Litmus("done", "deadlock")]
    private static string Two_locks_in_opposite_order()
    {
        object pen = new(), notebook = new();
        Crew.Together(() => Take(pen, notebook), () => Take(notebook, pen));
        return "done";
    }

    [Litmus("done")]
    private static string Two_locks_in_one_order()
    {
        object pen = new(), notebook = new();
        Crew.Together(() => Take(pen, notebook), () => Take(pen, notebook));
        return "done";
    }

    [Litmus("done", "deadlock")]
    private static string Three_locks_in_a_circle()
    {
        object one = new(), two = new(), three = new();
        Crew.Together(() => Take(one, two), () => Take(two, three), () => Take(three, one));
        return "done";
    }

    [Litmus("done")]
    private static string Three_locks_with_one_left_handed()
    {
        object one = new(), two = new(), three = new();
        Crew.Together(() => Take(one, two), () => Take(two, three), () => Take(one, three));
        return "done";
    }

    // The guard makes it impossible for both to be inside, whatever they do there.
    [Litmus("done")]
    private static string Opposite_order_behind_a_gate()
    {
        object gate = new(), pen = new(), notebook = new();
        Crew.Together(
            () =>
            {
                lock (gate) Take(pen, notebook);
            },
            () =>
            {
                lock (gate) Take(notebook, pen);
            });
        return "done";
    }

    [Litmus("deadlock")]
    private static string Joining_a_thread_that_needs_our_lock()
    {
        var gate = new object();
        lock (gate)
        {
            Crew.Alone(() =>
            {
                lock (gate)
                {
                }
            });
        }

        return "done";
    }

    [Litmus("deadlock")]
    private static string A_thread_that_joins_itself()
    {
        Crew.Alone(() => Thread.CurrentThread.Join());
        return "done";
    }

    [Litmus("deadlock")]
    private static string Two_threads_that_join_each_other()
    {
        Thread? one = null, two = null;
        one = new Thread(() =>
        {
            two!.Start();
            two.Join();
        });
        two = new Thread(() => one.Join());
        one.Start();
        one.Join();
        return "done";
    }

    [Litmus("deadlock")]
    private static string A_thread_that_joins_the_scenario()
    {
        var scenario = Thread.CurrentThread;
        Crew.Alone(() => scenario.Join());
        return "done";
    }

    [Litmus("deadlock")]
    private static string A_thread_that_sleeps_for_ever()
    {
        Crew.Alone(() => Thread.Sleep(Timeout.Infinite));
        return "done";
    }

    // The process does not end while a foreground thread is left.
    [Litmus("deadlock")]
    private static string A_foreground_thread_that_never_ends()
    {
        new Thread(() => Thread.Sleep(Timeout.Infinite)).Start();
        return "done";
    }

    [Litmus("deadlock")]
    private static string A_foreground_thread_that_waits_for_a_lock_nobody_gives_back()
    {
        var gate = new object();
        Monitor.Enter(gate);
        new Thread(() =>
        {
            lock (gate)
            {
            }
        }).Start();
        return "done";
    }

    [Litmus("done")]
    private static string A_background_thread_that_never_ends()
    {
        new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = true }.Start();
        return "done";
    }

    [Litmus("done")]
    private static string A_background_thread_that_waits_for_a_lock_nobody_gives_back()
    {
        var gate = new object();
        Monitor.Enter(gate);
        new Thread(() =>
        {
            lock (gate)
            {
            }
        })
        { IsBackground = true }.Start();
        return "done";
    }

    [Litmus("deadlock")]
    private static string Joining_a_background_thread_that_never_ends()
    {
        var thread = new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = true };
        thread.Start();
        thread.Join();
        return "done";
    }

    // Background means only that nobody waits: until then it runs like any other.
    [Litmus("0", "1")]
    private static string A_background_thread_may_run_or_not()
    {
        var n = 0;
        new Thread(() => n = 1) { IsBackground = true }.Start();
        return $"{n}";
    }

    private static void Take(object first, object second)
    {
        lock (first)
        {
            lock (second)
            {
            }
        }
    }
}
