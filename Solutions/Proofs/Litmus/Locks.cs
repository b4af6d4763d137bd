namespace Proofs.Litmus;

/// <summary><c>lock</c>, <c>Monitor.Enter</c>, <c>TryEnter</c> and <c>Exit</c>, rightly used and wrongly.</summary>
internal static class Locks
{
    [Litmus("2")]
    private static string One_lock_for_both()
    {
        var jar = new Jar();
        Crew.Together(() => jar.AddUnder(jar), () => jar.AddUnder(jar));
        return $"{jar.Plums}";
    }

    [Litmus("1", "2")]
    private static string A_lock_for_each()
    {
        var jar = new Jar();
        object mine = new(), yours = new();
        Crew.Together(() => jar.AddUnder(mine), () => jar.AddUnder(yours));
        return $"{jar.Plums}";
    }

    [Litmus("1", "2")]
    private static string A_new_lock_for_every_call()
    {
        var jar = new Jar();
        Crew.Together(() => jar.AddUnder(new object()), () => jar.AddUnder(new object()));
        return $"{jar.Plums}";
    }

    [Litmus("1", "2")]
    private static string Only_one_of_them_locks()
    {
        var jar = new Jar();
        Crew.Together(() => jar.AddUnder(jar), () => jar.Plums++);
        return $"{jar.Plums}";
    }

    [Litmus("1", "2")]
    private static string A_boxed_number_as_lock()
    {
        var jar = new Jar();
        const int table = 7;
        Crew.Together(() => jar.AddUnder(table), () => jar.AddUnder(table));
        return $"{jar.Plums}";
    }

    [Litmus("2")]
    private static string A_literal_as_lock()
    {
        var jar = new Jar();
        Crew.Together(() => jar.AddUnder("jar"), () => jar.AddUnder("jar"));
        return $"{jar.Plums}";
    }

    [Litmus("2")]
    private static string A_type_as_lock()
    {
        var jar = new Jar();
        Crew.Together(() => jar.AddUnder(typeof(Jar)), () => jar.AddUnder(typeof(Jar)));
        return $"{jar.Plums}";
    }

    [Litmus("1", "2")]
    private static string The_lock_is_replaced_while_it_is_held()
    {
        var jar = new Jar();
        Crew.Together(Add, Add);
        return $"{jar.Plums}";

        void Add()
        {
            lock (jar.Gate)
            {
                jar.Gate = new object();
                jar.Plums++;
            }
        }
    }

    [Litmus("1", "2")]
    private static string The_value_is_read_before_the_lock()
    {
        var jar = new Jar();
        Crew.Together(Add, Add);
        return $"{jar.Plums}";

        void Add()
        {
            var seen = jar.Plums;
            lock (jar) jar.Plums = seen + 1;
        }
    }

    [Litmus("2")]
    private static string A_synchronized_method()
    {
        var jar = new Jar();
        Crew.Together(jar.AddSynchronized, jar.AddSynchronized);
        return $"{jar.Plums}";
    }

    [Litmus("0,0", "0,1", "1,0", "1,1")]
    private static string A_reader_without_the_lock()
    {
        var jar = new Jar();
        var seen = "";
        Crew.Together(() => jar.AddBothUnder(jar), () => seen = $"{jar.Plums},{jar.Pears}");
        return seen;
    }

    [Litmus("0,0", "1,1")]
    private static string A_reader_with_the_lock()
    {
        var jar = new Jar();
        var seen = "";
        Crew.Together(
            () => jar.AddBothUnder(jar),
            () =>
            {
                lock (jar) seen = $"{jar.Plums},{jar.Pears}";
            });
        return seen;
    }

    [Litmus("0,0", "0,1", "1,1")]
    private static string A_reader_that_locks_twice()
    {
        var jar = new Jar();
        int plums = 0, pears = 0;
        Crew.Together(
            () => jar.AddBothUnder(jar),
            () =>
            {
                lock (jar) plums = jar.Plums;
                lock (jar) pears = jar.Pears;
            });
        return $"{plums},{pears}";
    }

    [Litmus("2")]
    private static string A_lock_inside_itself()
    {
        var jar = new Jar();
        Crew.Together(Add, Add);
        return $"{jar.Plums}";

        void Add()
        {
            lock (jar) jar.AddUnder(jar);
        }
    }

    [Litmus("False,True")]
    private static string A_lock_taken_twice_is_free_after_two_exits()
    {
        var gate = new object();
        Monitor.Enter(gate);
        Monitor.Enter(gate);
        Monitor.Exit(gate);
        var afterOne = IsFreeForAnother(gate);
        Monitor.Exit(gate);
        return $"{afterOne},{IsFreeForAnother(gate)}";
    }

    [Litmus("True")]
    private static string An_exception_gives_the_lock_back()
    {
        var gate = new object();
        Crew.Try(() =>
        {
            lock (gate) throw new InvalidOperationException("burnt");
        });
        return $"{IsFreeForAnother(gate)}";
    }

    [Litmus("deadlock")]
    private static string An_exception_before_Exit_keeps_the_lock()
    {
        var gate = new object();
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add() => Crew.Try(() =>
        {
            Monitor.Enter(gate);
            if (n == 0) throw new InvalidOperationException("burnt");
            n++;
            Monitor.Exit(gate);
        });
    }

    [Litmus("False,False")]
    private static string The_lock_of_a_thread_that_has_ended_is_never_free()
    {
        var gate = new object();
        Crew.Alone(() => Monitor.Enter(gate));
        var main = Monitor.TryEnter(gate);
        return $"{main},{IsFreeForAnother(gate)}";
    }

    [Litmus("deadlock")]
    private static string Waiting_for_the_lock_of_a_thread_that_has_ended()
    {
        var gate = new object();
        Crew.Alone(() => Monitor.Enter(gate));
        lock (gate) return "done";
    }

    [Litmus("True")]
    private static string TryEnter_of_a_free_lock()
    {
        var gate = new object();
        return $"{Monitor.TryEnter(gate)}";
    }

    [Litmus("True", "False")]
    private static string TryEnter_of_a_lock_in_use()
    {
        var gate = new object();
        var taken = false;
        Crew.Together(
            () =>
            {
                lock (gate)
                {
                }
            },
            () =>
            {
                taken = Monitor.TryEnter(gate);
                if (taken) Monitor.Exit(gate);
            });
        return $"{taken}";
    }

    [Litmus("True")]
    private static string TryEnter_of_ones_own_lock()
    {
        var gate = new object();
        lock (gate) return $"{Monitor.TryEnter(gate)}";
    }

    [Litmus("1", "2")]
    private static string TryEnter_whose_answer_is_ignored()
    {
        var jar = new Jar();
        Crew.Together(Add, Add);
        return $"{jar.Plums}";

        void Add()
        {
            var taken = Monitor.TryEnter(jar);
            jar.Plums++;
            if (taken) Monitor.Exit(jar);
        }
    }

    [Litmus("1", "2")]
    private static string TryEnter_that_gives_up()
    {
        var jar = new Jar();
        Crew.Together(Add, Add);
        return $"{jar.Plums}";

        void Add()
        {
            if (!Monitor.TryEnter(jar)) return;
            jar.Plums++;
            Monitor.Exit(jar);
        }
    }

    [Litmus("True", "False")]
    private static string TryEnter_with_a_time_out()
    {
        var gate = new object();
        var taken = false;
        Crew.Together(
            () =>
            {
                lock (gate)
                {
                }
            },
            () =>
            {
                taken = Monitor.TryEnter(gate, 10);
                if (taken) Monitor.Exit(gate);
            });
        return $"{taken}";
    }

    [Litmus("False")]
    private static string TryEnter_with_a_time_out_of_a_lock_that_stays_taken()
    {
        var gate = new object();
        var taken = true;
        lock (gate) Crew.Alone(() => taken = Monitor.TryEnter(gate, TimeSpan.FromMilliseconds(10)));
        return $"{taken}";
    }

    [Litmus("True")]
    private static string TryEnter_with_an_infinite_time_out()
    {
        var gate = new object();
        var taken = false;
        Crew.Together(
            () =>
            {
                lock (gate)
                {
                }
            },
            () =>
            {
                taken = Monitor.TryEnter(gate, Timeout.Infinite);
                if (taken) Monitor.Exit(gate);
            });
        return $"{taken}";
    }

    // The time-out lets both leave: that is what it is for.
    [Litmus("2", "1", "0")]
    private static string TryEnter_with_a_time_out_breaks_a_deadlock()
    {
        var jar = new Jar();
        object pen = new(), notebook = new();
        Crew.Together(() => Write(pen, notebook), () => Write(notebook, pen));
        return $"{jar.Plums}";

        void Write(object first, object second)
        {
            lock (first)
            {
                if (!Monitor.TryEnter(second, 10)) return;
                Interlocked.Increment(ref jar.Plums);
                Monitor.Exit(second);
            }
        }
    }

    [Litmus("True,False")]
    private static string Enter_and_TryEnter_report_in_a_ref()
    {
        var gate = new object();
        bool first = false, second = true;
        Monitor.Enter(gate, ref first);
        Crew.Alone(() =>
        {
            var taken = false;
            Monitor.TryEnter(gate, ref taken);
            second = taken;
        });
        return $"{first},{second}";
    }

    [Litmus("ArgumentException")]
    private static string Enter_with_a_ref_that_is_already_true()
    {
        var taken = true;
        return Crew.Try(() => Monitor.Enter(new object(), ref taken));
    }

    [Litmus("ArgumentNullException")]
    private static string Enter_of_nothing()
    {
        object? gate = null;
        return Crew.Try(() => Monitor.Enter(gate!));
    }

    [Litmus("SynchronizationLockException")]
    private static string Exit_of_a_lock_that_nobody_took()
    {
        var gate = new object();
        return Crew.Try(() => Monitor.Exit(gate));
    }

    [Litmus("SynchronizationLockException")]
    private static string Exit_of_a_lock_that_another_thread_holds()
    {
        var gate = new object();
        var seen = "";
        lock (gate) Crew.Alone(() => seen = Crew.Try(() => Monitor.Exit(gate)));
        return seen;
    }

    [Litmus("SynchronizationLockException")]
    private static string Exit_once_too_often()
    {
        var gate = new object();
        Monitor.Enter(gate);
        Monitor.Exit(gate);
        return Crew.Try(() => Monitor.Exit(gate));
    }

    [Litmus("True,False")]
    private static string IsEntered_asks_for_the_thread_itself()
    {
        var gate = new object();
        bool mine, others = true;
        lock (gate)
        {
            mine = Monitor.IsEntered(gate);
            Crew.Alone(() => others = Monitor.IsEntered(gate));
        }

        return $"{mine},{others}";
    }

    // Nobody is served in order of arrival: a newcomer may overtake those who wait.
    [Litmus("123", "132", "213", "231", "312", "321")]
    private static string Whoever_comes_may_be_next()
    {
        var gate = new object();
        var log = "";
        Crew.Together(() => Append("1"), () => Append("2"), () => Append("3"));
        return log;

        void Append(string what)
        {
            lock (gate) log += what;
        }
    }

    [Litmus("done")]
    private static string Backing_off_and_trying_again()
    {
        object pen = new(), notebook = new();
        Crew.Together(() => Write(pen, notebook), () => Write(notebook, pen));
        return "done";

        static void Write(object first, object second)
        {
            while (true)
            {
                lock (first)
                {
                    if (Monitor.TryEnter(second))
                    {
                        Monitor.Exit(second);
                        return;
                    }
                }

                Thread.Yield();
            }
        }
    }

    private static bool IsFreeForAnother(object gate)
    {
        var free = false;
        Crew.Alone(() =>
        {
            free = Monitor.TryEnter(gate);
            if (free) Monitor.Exit(gate);
        });
        return free;
    }

    private sealed class Jar
    {
        public int Plums;
        public int Pears;
        public object Gate = new();

        public void AddUnder(object gate)
        {
            lock (gate) Plums++;
        }

        public void AddBothUnder(object gate)
        {
            lock (gate)
            {
                Plums++;
                Pears++;
            }
        }

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)]
        public void AddSynchronized() => Plums++;
    }
}
