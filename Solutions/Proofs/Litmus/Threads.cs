namespace Proofs.Litmus;

/// <summary>Starting, joining and what a thread knows of itself.</summary>
internal static class Threads
{
    private static readonly TimeSpan Brief = TimeSpan.FromMilliseconds(10);

    [Litmus("1")]
    private static string Join_waits_for_the_end()
    {
        var n = 0;
        Crew.Alone(() => n = 1);
        return $"{n}";
    }

    [Litmus("0", "1")]
    private static string Without_Join_nothing_is_promised()
    {
        var n = 0;
        new Thread(() => n = 1).Start();
        return $"{n}";
    }

    [Litmus("1")]
    private static string What_was_written_before_Start_is_seen()
    {
        int n = 1, seen = 0;
        Crew.Alone(() => seen = n);
        return $"{seen}";
    }

    [Litmus("0", "1")]
    private static string What_is_written_after_Start_may_be_missed()
    {
        int n = 0, seen = 0;
        var thread = new Thread(() => seen = n);
        thread.Start();
        n = 1;
        thread.Join();
        return $"{seen}";
    }

    [Litmus("soup")]
    private static string Start_with_an_argument()
    {
        var seen = "";
        var thread = new Thread(dish => seen = (string)dish!);
        thread.Start("soup");
        thread.Join();
        return seen;
    }

    [Litmus("null")]
    private static string Start_without_the_argument_passes_null()
    {
        var seen = "";
        var thread = new Thread(dish => seen = dish is null ? "null" : "something");
        thread.Start();
        thread.Join();
        return seen;
    }

    [Litmus("InvalidOperationException")]
    private static string Start_with_an_argument_nobody_takes() =>
        Crew.Try(() => new Thread(Nothing).Start("soup"));

    [Litmus("ThreadStateException")]
    private static string Start_twice()
    {
        var thread = new Thread(Nothing);
        thread.Start();
        return Crew.Try(() => thread.Start());
    }

    [Litmus("ThreadStateException")]
    private static string Start_again_after_the_end()
    {
        var thread = new Thread(Nothing);
        thread.Start();
        thread.Join();
        return Crew.Try(() => thread.Start());
    }

    [Litmus("ThreadStateException")]
    private static string Join_before_Start()
    {
        var thread = new Thread(Nothing);
        return Crew.Try(() => thread.Join());
    }

    [Litmus("1")]
    private static string Join_twice()
    {
        var n = 0;
        var thread = new Thread(() => n = 1);
        thread.Start();
        thread.Join();
        thread.Join();
        return $"{n}";
    }

    // After a time-out the thread may still write before we look.
    [Litmus("True,1", "False,0", "False,1")]
    private static string Join_with_a_time_out()
    {
        var n = 0;
        var thread = new Thread(() => n = 1);
        thread.Start();
        var ended = thread.Join(10);
        return $"{ended},{n}";
    }

    [Litmus("True,1", "False,0", "False,1")]
    private static string Join_with_a_time_span()
    {
        var n = 0;
        var thread = new Thread(() => n = 1);
        thread.Start();
        var ended = thread.Join(Brief);
        return $"{ended},{n}";
    }

    [Litmus("True,1", "False,0", "False,1")]
    private static string Join_that_only_looks()
    {
        var n = 0;
        var thread = new Thread(() => n = 1);
        thread.Start();
        var ended = thread.Join(0);
        return $"{ended},{n}";
    }

    // Between its last write and its end a thread can be caught still running.
    [Litmus("0,False", "0,True", "1,False", "1,True")]
    private static string Join_that_only_looks_after_the_last_write()
    {
        var n = 0;
        var thread = new Thread(() => n = 1);
        thread.Start();
        var seen = n;
        return $"{seen},{thread.Join(0)}";
    }

    [Litmus("True,1")]
    private static string Join_with_an_infinite_time_out()
    {
        var n = 0;
        var thread = new Thread(() => n = 1);
        thread.Start();
        var ended = thread.Join(Timeout.Infinite);
        return $"{ended},{n}";
    }

    [Litmus("ArgumentOutOfRangeException")]
    private static string Join_with_a_negative_time_out()
    {
        var thread = new Thread(Nothing);
        thread.Start();
        return Crew.Try(() => thread.Join(-2));
    }

    [Litmus("False")]
    private static string Join_with_a_time_out_on_a_thread_that_waits_for_us()
    {
        var gate = new object();
        bool ended;
        lock (gate)
        {
            var thread = new Thread(() =>
            {
                lock (gate)
                {
                }
            });
            thread.Start();
            ended = thread.Join(10);
        }

        return $"{ended}";
    }

    [Litmus("1,2")]
    private static string Threads_that_start_threads()
    {
        int first = 0, second = 0;
        Crew.Alone(() =>
        {
            first = 1;
            Crew.Alone(() => second = first + 1);
        });
        return $"{first},{second}";
    }

    [Litmus("12", "21", "2")]
    private static string Only_the_last_thread_is_joined()
    {
        var log = "";
        var gate = new object();
        var one = new Thread(() => Append("1"));
        var two = new Thread(() => Append("2"));
        one.Start();
        two.Start();
        two.Join();
        lock (gate) return log;

        void Append(string what)
        {
            lock (gate) log += what;
        }
    }

    [Litmus("False,True,False", "False,False,False")]
    private static string IsAlive_from_Start_to_the_end()
    {
        var thread = new Thread(Nothing);
        var before = thread.IsAlive;
        thread.Start();
        var between = thread.IsAlive;
        thread.Join();
        return $"{before},{between},{thread.IsAlive}";
    }

    [Litmus("ended,1", "alive,0", "alive,1")]
    private static string IsAlive_no_more_means_that_all_is_done()
    {
        var n = 0;
        var thread = new Thread(() => n = 1);
        thread.Start();
        return thread.IsAlive ? $"alive,{n}" : $"ended,{n}";
    }

    [Litmus("True")]
    private static string IsAlive_of_oneself()
    {
        var seen = false;
        Crew.Alone(() => seen = Thread.CurrentThread.IsAlive);
        return $"{seen}";
    }

    [Litmus("Alice,Bob")]
    private static string Name_is_known_to_the_thread()
    {
        string? first = null, second = null;
        Crew.Together(() => first = Thread.CurrentThread.Name, () => second = Thread.CurrentThread.Name);
        return $"{first},{second}";
    }

    [Litmus("none")]
    private static string Name_of_a_thread_without_one()
    {
        string? seen = null;
        Crew.Alone(() => seen = Thread.CurrentThread.Name ?? "none");
        return seen!;
    }

    [Litmus("True,False")]
    private static string CurrentThread_is_the_one_that_was_made()
    {
        Thread? inside = null;
        var thread = new Thread(() => inside = Thread.CurrentThread);
        thread.Start();
        thread.Join();
        return $"{inside == thread},{Thread.CurrentThread == thread}";
    }

    [Litmus("True,True")]
    private static string ManagedThreadId_tells_threads_apart()
    {
        int first = 0, second = 0;
        var one = new Thread(() => first = Environment.CurrentManagedThreadId);
        var two = new Thread(() => second = Thread.CurrentThread.ManagedThreadId);
        one.Start();
        two.Start();
        one.Join();
        two.Join();
        return $"{first != second},{first != Environment.CurrentManagedThreadId}";
    }

    // Whoever decides by the number decides the same on every machine.
    [Litmus("1,2,3")]
    private static string ManagedThreadId_counts_the_threads_of_the_koan()
    {
        var one = new Thread(() => { });
        var two = new Thread(() => { });
        return $"{Environment.CurrentManagedThreadId},{one.ManagedThreadId},{two.ManagedThreadId}";
    }

    [Litmus("2")]
    private static string ProcessorCount_is_that_of_no_real_machine() => $"{Environment.ProcessorCount}";

    [Litmus("False,True")]
    private static string IsBackground_is_false_until_set()
    {
        var seen = false;
        var thread = new Thread(() => seen = Thread.CurrentThread.IsBackground);
        var before = thread.IsBackground;
        thread.IsBackground = true;
        thread.Start();
        thread.Join();
        return $"{before},{seen}";
    }

    // A child does not inherit it.
    [Litmus("True,False")]
    private static string IsBackground_of_a_background_threads_child()
    {
        bool parent = false, child = true;
        var thread = new Thread(() =>
        {
            parent = Thread.CurrentThread.IsBackground;
            var inner = new Thread(() => child = Thread.CurrentThread.IsBackground);
            inner.Start();
            inner.Join();
        })
        {
            IsBackground = true,
        };
        thread.Start();
        thread.Join();
        return $"{parent},{child}";
    }

    [Litmus("0", "1")]
    private static string Sleep_orders_nothing()
    {
        var n = 0;
        new Thread(() => n = 1).Start();
        Thread.Sleep(100);
        return $"{n}";
    }

    [Litmus("0", "1")]
    private static string Sleep_for_a_time_span_orders_nothing()
    {
        var n = 0;
        new Thread(() => n = 1).Start();
        Thread.Sleep(Brief);
        return $"{n}";
    }

    [Litmus("0", "1")]
    private static string Yield_orders_nothing()
    {
        var n = 0;
        new Thread(() => n = 1).Start();
        Thread.Yield();
        Thread.Sleep(0);
        return $"{n}";
    }

    [Litmus("0", "1")]
    private static string SpinWait_orders_nothing()
    {
        var n = 0;
        new Thread(() => n = 1).Start();
        Thread.SpinWait(1_000_000);
        return $"{n}";
    }

    [Litmus("1", "2")]
    private static string Sleep_in_the_middle_protects_nothing()
    {
        var n = 0;
        Crew.Together(AddSlowly, AddSlowly);
        return $"{n}";

        void AddSlowly()
        {
            var seen = n;
            Thread.Sleep(1);
            n = seen + 1;
        }
    }

    [Litmus("12", "21")]
    private static string Sleeping_longer_does_not_mean_coming_later()
    {
        var log = "";
        var gate = new object();
        Crew.Together(() => Append(10, "1"), () => Append(100, "2"));
        return log;

        void Append(int delay, string what)
        {
            Thread.Sleep(delay);
            lock (gate) log += what;
        }
    }

    private static void Nothing()
    {
    }

    [Litmus("True,False")]
    private static string Its_culture()
    {
        var own = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        var seen = false;
        Crew.Alone(() =>
        {
            Thread.CurrentThread.CurrentCulture = own;
            seen = ReferenceEquals(Thread.CurrentThread.CurrentCulture, own);
        });
        return $"{seen},{ReferenceEquals(Thread.CurrentThread.CurrentCulture, own)}";
    }
}
