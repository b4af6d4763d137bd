namespace Proofs.Litmus;

/// <summary><see cref="System.Threading.Mutex"/>: re-entrant, owned, and told apart when its owner dies.</summary>
internal static class Mutexes
{
    [Litmus("2")]
    private static string WaitOne_and_ReleaseMutex()
    {
        var gate = new Mutex();
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            gate.WaitOne();
            n++;
            gate.ReleaseMutex();
        }
    }

    [Litmus("1", "2")]
    private static string A_mutex_for_each()
    {
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            using var gate = new Mutex();
            gate.WaitOne();
            n++;
            gate.ReleaseMutex();
        }
    }

    [Litmus("False,True")]
    private static string Taken_twice_it_is_free_after_two_releases()
    {
        var gate = new Mutex();
        gate.WaitOne();
        gate.WaitOne();
        gate.ReleaseMutex();
        var afterOne = IsFreeForAnother(gate);
        gate.ReleaseMutex();
        return $"{afterOne},{IsFreeForAnother(gate)}";
    }

    [Litmus("False,True")]
    private static string Made_with_its_owner()
    {
        var gate = new Mutex(initiallyOwned: true);
        var before = IsFreeForAnother(gate);
        gate.ReleaseMutex();
        return $"{before},{IsFreeForAnother(gate)}";
    }

    [Litmus("ApplicationException")]
    private static string Release_of_a_mutex_that_nobody_took()
    {
        var gate = new Mutex();
        return Crew.Try(() => gate.ReleaseMutex());
    }

    [Litmus("ApplicationException")]
    private static string Release_of_a_mutex_that_another_thread_holds()
    {
        var gate = new Mutex();
        var seen = "";
        gate.WaitOne();
        Crew.Alone(() => seen = Crew.Try(() => gate.ReleaseMutex()));
        gate.ReleaseMutex();
        return seen;
    }

    [Litmus("True", "False")]
    private static string WaitOne_that_only_looks()
    {
        var gate = new Mutex();
        var taken = false;
        Crew.Together(
            () =>
            {
                gate.WaitOne();
                gate.ReleaseMutex();
            },
            () =>
            {
                taken = gate.WaitOne(0);
                if (taken) gate.ReleaseMutex();
            });
        return $"{taken}";
    }

    [Litmus("True", "False")]
    private static string WaitOne_with_a_time_out()
    {
        var gate = new Mutex();
        var taken = false;
        Crew.Together(
            () =>
            {
                gate.WaitOne();
                gate.ReleaseMutex();
            },
            () =>
            {
                taken = gate.WaitOne(10);
                if (taken) gate.ReleaseMutex();
            });
        return $"{taken}";
    }

    [Litmus("deadlock")]
    private static string Waiting_for_one_that_is_never_given_back()
    {
        var gate = new Mutex(true);
        Crew.Alone(() => gate.WaitOne());
        return "done";
    }

    [Litmus("done", "deadlock")]
    private static string Two_in_opposite_order()
    {
        Mutex pen = new(), notebook = new();
        Crew.Together(() => Take(pen, notebook), () => Take(notebook, pen));
        return "done";

        static void Take(Mutex first, Mutex second)
        {
            first.WaitOne();
            second.WaitOne();
            second.ReleaseMutex();
            first.ReleaseMutex();
        }
    }

    // The next one gets it, and is told.
    [Litmus("AbandonedMutexException,fine")]
    private static string Its_owner_ends_without_giving_it_back()
    {
        var gate = new Mutex();
        Crew.Alone(() => gate.WaitOne());
        return $"{Crew.Try(() => gate.WaitOne())},{Crew.Try(() => gate.ReleaseMutex())}";
    }

    [Litmus("AbandonedMutexException", "fine")]
    private static string Its_owner_ends_while_another_waits()
    {
        var gate = new Mutex();
        var seen = "";
        Crew.Together(
            () => gate.WaitOne(),
            () =>
            {
                seen = Crew.Try(() => gate.WaitOne());
                gate.ReleaseMutex();
            });
        return seen;
    }

    private static bool IsFreeForAnother(Mutex gate)
    {
        var free = false;
        Crew.Alone(() =>
        {
            free = gate.WaitOne(0);
            if (free) gate.ReleaseMutex();
        });
        return free;
    }
}
