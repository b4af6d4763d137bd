namespace Proofs.Litmus;

/// <summary><see cref="System.Threading.Lock"/>, which is no monitor.</summary>
internal static class LockType
{
    [Litmus("2")]
    private static string In_a_lock_statement()
    {
        var jar = new Jar();
        Crew.Together(() => jar.AddUnder(jar.Gate), () => jar.AddUnder(jar.Gate));
        return $"{jar.Plums}";
    }

    [Litmus("1", "2")]
    private static string A_lock_for_each()
    {
        var jar = new Jar();
        Crew.Together(() => jar.AddUnder(new Lock()), () => jar.AddUnder(new Lock()));
        return $"{jar.Plums}";
    }

    [Litmus("2")]
    private static string With_EnterScope()
    {
        var jar = new Jar();
        Crew.Together(Add, Add);
        return $"{jar.Plums}";

        void Add()
        {
            using (jar.Gate.EnterScope()) jar.Plums++;
        }
    }

    [Litmus("2")]
    private static string With_Enter_and_Exit()
    {
        var jar = new Jar();
        Crew.Together(Add, Add);
        return $"{jar.Plums}";

        void Add()
        {
            jar.Gate.Enter();
            jar.Plums++;
            jar.Gate.Exit();
        }
    }

    [Litmus("2")]
    private static string Three_ways_to_take_the_same_lock()
    {
        var jar = new Jar();
        Crew.Together(
            () =>
            {
                jar.Gate.Enter();
                jar.Plums++;
                jar.Gate.Exit();
            },
            () => jar.AddUnder(jar.Gate));
        return $"{jar.Plums}";
    }

    [Litmus("True", "False")]
    private static string TryEnter_of_a_lock_in_use()
    {
        var gate = new Lock();
        var taken = false;
        Crew.Together(
            () => Touch(gate),
            () =>
            {
                taken = gate.TryEnter();
                if (taken) gate.Exit();
            });
        return $"{taken}";
    }

    [Litmus("True", "False")]
    private static string TryEnter_with_a_time_out()
    {
        var gate = new Lock();
        var taken = false;
        Crew.Together(
            () => Touch(gate),
            () =>
            {
                taken = gate.TryEnter(10);
                if (taken) gate.Exit();
            });
        return $"{taken}";
    }

    [Litmus("False")]
    private static string TryEnter_with_a_time_out_of_a_lock_that_stays_taken()
    {
        var gate = new Lock();
        var taken = true;
        gate.Enter();
        Crew.Alone(() => taken = gate.TryEnter(TimeSpan.FromMilliseconds(10)));
        gate.Exit();
        return $"{taken}";
    }

    [Litmus("True")]
    private static string TryEnter_with_an_infinite_time_out()
    {
        var gate = new Lock();
        var taken = false;
        Crew.Together(
            () => Touch(gate),
            () =>
            {
                taken = gate.TryEnter(Timeout.Infinite);
                if (taken) gate.Exit();
            });
        return $"{taken}";
    }

    [Litmus("False,True")]
    private static string Taken_twice_it_is_free_after_two_exits()
    {
        var gate = new Lock();
        gate.Enter();
        gate.Enter();
        gate.Exit();
        var afterOne = IsFreeForAnother(gate);
        gate.Exit();
        return $"{afterOne},{IsFreeForAnother(gate)}";
    }

    [Litmus("True")]
    private static string An_exception_gives_the_lock_back()
    {
        var gate = new Lock();
        Crew.Try(() =>
        {
            lock (gate) throw new InvalidOperationException("burnt");
        });
        return $"{IsFreeForAnother(gate)}";
    }

    [Litmus("SynchronizationLockException")]
    private static string Exit_of_a_lock_that_nobody_took()
    {
        var gate = new Lock();
        return Crew.Try(() => gate.Exit());
    }

    [Litmus("SynchronizationLockException")]
    private static string Exit_of_a_lock_that_another_thread_holds()
    {
        var gate = new Lock();
        var seen = "";
        gate.Enter();
        Crew.Alone(() => seen = Crew.Try(() => gate.Exit()));
        gate.Exit();
        return seen;
    }

    [Litmus("True,False,False")]
    private static string IsHeldByCurrentThread_asks_for_the_thread_itself()
    {
        var gate = new Lock();
        var others = true;
        gate.Enter();
        var mine = gate.IsHeldByCurrentThread;
        Crew.Alone(() => others = gate.IsHeldByCurrentThread);
        gate.Exit();
        return $"{mine},{others},{gate.IsHeldByCurrentThread}";
    }

    // As an object it is locked by its monitor, which knows nothing of the Lock.
    [Litmus("1", "2")]
    private static string As_an_object_it_is_another_lock()
    {
        var jar = new Jar();
#pragma warning disable CS9216 // Converting a Lock to another type is the very mistake that is looked at.
        object same = jar.Gate;
#pragma warning restore CS9216
        Crew.Together(() => jar.AddUnder(jar.Gate), () => jar.AddUnder(same));
        return $"{jar.Plums}";
    }

    [Litmus("done", "deadlock")]
    private static string Two_in_opposite_order()
    {
        Lock pen = new(), notebook = new();
        Crew.Together(() => Take(pen, notebook), () => Take(notebook, pen));
        return "done";
    }

    [Litmus("done", "deadlock")]
    private static string One_and_a_monitor_in_opposite_order()
    {
        var pen = new Lock();
        var notebook = new object();
        Crew.Together(
            () =>
            {
                lock (pen)
                    lock (notebook)
                    {
                    }
            },
            () =>
            {
                lock (notebook)
                    lock (pen)
                    {
                    }
            });
        return "done";
    }

    [Litmus("deadlock")]
    private static string Waiting_for_one_that_is_never_given_back()
    {
        var gate = new Lock();
        gate.Enter();
        Crew.Alone(() => Touch(gate));
        return "done";
    }

    [Litmus("False")]
    private static string The_lock_of_a_thread_that_has_ended_is_not_free()
    {
        var gate = new Lock();
        Crew.Alone(() => gate.Enter());
        return $"{gate.TryEnter()}";
    }

    private static void Touch(Lock gate)
    {
        lock (gate)
        {
        }
    }

    private static void Take(Lock first, Lock second)
    {
        lock (first)
            lock (second)
            {
            }
    }

    private static bool IsFreeForAnother(Lock gate)
    {
        var free = false;
        Crew.Alone(() =>
        {
            free = gate.TryEnter();
            if (free) gate.Exit();
        });
        return free;
    }

    private sealed class Jar
    {
        public readonly Lock Gate = new();
        public int Plums;

        public void AddUnder(Lock gate)
        {
            lock (gate) Plums++;
        }

        public void AddUnder(object gate)
        {
            lock (gate) Plums++;
        }
    }
}
