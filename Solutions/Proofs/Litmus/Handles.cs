namespace Proofs.Litmus;

/// <summary><see cref="Semaphore"/>, the handle, and waiting for several handles at once.</summary>
internal static class Handles
{
    [Litmus("2")]
    private static string One_place()
    {
        var place = new Semaphore(1, 1);
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            place.WaitOne();
            n++;
            place.Release();
        }
    }

    [Litmus("1", "2")]
    private static string Two_places()
    {
        var places = new Semaphore(2, 2);
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            places.WaitOne();
            n++;
            places.Release();
        }
    }

    [Litmus("deadlock")]
    private static string Two_wait_for_one()
    {
        var place = new Semaphore(0, 5);
        Crew.Together(() => place.WaitOne(), () => place.WaitOne(), () => place.Release());
        return "done";
    }

    [Litmus("0,2")]
    private static string Release_answers_the_count_before()
    {
        var place = new Semaphore(0, 5);
        var before = place.Release(2);
        return $"{before},{place.Release()}";
    }

    [Litmus("SemaphoreFullException")]
    private static string Release_beyond_the_most()
    {
        var place = new Semaphore(1, 1);
        return Crew.Try(() => place.Release());
    }

    [Litmus("True", "False")]
    private static string WaitOne_with_a_time_out()
    {
        var place = new Semaphore(0, 1);
        var taken = false;
        Crew.Together(() => place.Release(), () => taken = place.WaitOne(10));
        return $"{taken}";
    }

    [Litmus("0", "1")]
    private static string WaitAny_takes_what_comes_first()
    {
        AutoResetEvent soup = new(false), tea = new(false);
        var first = -1;
        Crew.Together(() => soup.Set(), () => tea.Set(), () => first = WaitHandle.WaitAny([soup, tea]));
        return $"{first}";
    }

    [Litmus("1,True")]
    private static string WaitAny_takes_only_one()
    {
        AutoResetEvent soup = new(false), tea = new(true), bread = new(true);
        var first = WaitHandle.WaitAny([soup, tea, bread]);
        return $"{first},{bread.WaitOne(0)}";
    }

    [Litmus("258")]
    private static string WaitAny_of_nothing_in_time() =>
        $"{WaitHandle.WaitAny([new AutoResetEvent(false), new ManualResetEvent(false)], 10)}";

    [Litmus("0", "258")]
    private static string WaitAny_with_a_time_out()
    {
        var soup = new AutoResetEvent(false);
        var seen = 0;
        Crew.Together(() => soup.Set(), () => seen = WaitHandle.WaitAny([soup], TimeSpan.FromMilliseconds(1)));
        return $"{seen}";
    }

    [Litmus("deadlock")]
    private static string WaitAny_of_what_nobody_sets()
    {
        WaitHandle.WaitAny([new AutoResetEvent(false), new ManualResetEvent(false)]);
        return "done";
    }

    [Litmus("1")]
    private static string WaitAll_waits_for_the_last()
    {
        ManualResetEvent soup = new(false), tea = new(false);
        int a = 0, b = 0, seen = 0;
        Crew.Together(
            () =>
            {
                a = 1;
                soup.Set();
            },
            () =>
            {
                b = 1;
                tea.Set();
            },
            () =>
            {
                WaitHandle.WaitAll([soup, tea]);
                seen = a * b;
            });
        return $"{seen}";
    }

    [Litmus("False,True")]
    private static string WaitAll_takes_nothing_unless_it_has_all()
    {
        AutoResetEvent soup = new(true), tea = new(false);
        var all = WaitHandle.WaitAll([soup, tea], 10);
        return $"{all},{soup.WaitOne(0)}";
    }

    [Litmus("done")]
    private static string WaitAll_of_two_mutexes_in_any_order()
    {
        Mutex pen = new(), notebook = new();
        Crew.Together(() => Take(pen, notebook), () => Take(notebook, pen));
        return "done";

        static void Take(Mutex first, Mutex second)
        {
            WaitHandle.WaitAll([first, second]);
            second.ReleaseMutex();
            first.ReleaseMutex();
        }
    }

    [Litmus("deadlock", "done")]
    private static string WaitAll_while_another_holds_on()
    {
        Mutex pen = new(), notebook = new();
        var stop = new ManualResetEvent(false);
        Crew.Together(
            () =>
            {
                WaitHandle.WaitAll([pen, notebook]);
                stop.Set();
                pen.ReleaseMutex();
                notebook.ReleaseMutex();
            },
            () =>
            {
                pen.WaitOne();
                stop.WaitOne();
                pen.ReleaseMutex();
            });
        return "done";
    }

    [Litmus("DuplicateWaitObjectException")]
    private static string WaitAll_with_the_same_twice()
    {
        var ready = new ManualResetEvent(true);
        return Crew.Try(() => WaitHandle.WaitAll([ready, ready]));
    }

    [Litmus("ArgumentException")]
    private static string WaitAny_of_none() => Crew.Try(() => WaitHandle.WaitAny([]));

    [Litmus("AbandonedMutexException")]
    private static string WaitAny_finds_a_mutex_of_the_dead()
    {
        Mutex pen = new(), notebook = new();
        Crew.Alone(() => notebook.WaitOne());
        pen.WaitOne();
        var seen = "";
        Crew.Alone(() => seen = Crew.Try(() => WaitHandle.WaitAny([pen, notebook])));
        return seen;
    }

    [Litmus("1,1")]
    private static string SignalAndWait_meets()
    {
        AutoResetEvent alice = new(false), bob = new(false);
        int a = 0, b = 0, seenByAlice = 0, seenByBob = 0;
        Crew.Together(
            () =>
            {
                a = 1;
                WaitHandle.SignalAndWait(alice, bob);
                seenByAlice = b;
            },
            () =>
            {
                b = 1;
                WaitHandle.SignalAndWait(bob, alice);
                seenByBob = a;
            });
        return $"{seenByAlice},{seenByBob}";
    }

    [Litmus("True", "False")]
    private static string SignalAndWait_with_a_time_out()
    {
        AutoResetEvent alice = new(false), bob = new(false);
        var met = false;
        Crew.Together(
            () => met = WaitHandle.SignalAndWait(alice, bob, 10, false),
            () =>
            {
                alice.WaitOne();
                bob.Set();
            });
        return $"{met}";
    }

    [Litmus("1", "2")]
    private static string A_mutex_or_else()
    {
        Mutex pen = new();
        var stop = new ManualResetEvent(true);
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            var which = WaitHandle.WaitAny([pen, stop]);
            n++;
            if (which == 0) pen.ReleaseMutex();
        }
    }
}
