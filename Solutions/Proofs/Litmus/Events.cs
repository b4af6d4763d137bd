namespace Proofs.Litmus;

/// <summary>Events: <see cref="ManualResetEventSlim"/>, <see cref="ManualResetEvent"/>, <see cref="AutoResetEvent"/>, <see cref="EventWaitHandle"/>.</summary>
internal static class Events
{
    [Litmus("1")]
    private static string Set_lets_the_waiter_pass()
    {
        var ready = new ManualResetEventSlim();
        int dish = 0, seen = 0;
        Crew.Together(
            () =>
            {
                dish = 1;
                ready.Set();
            },
            () =>
            {
                ready.Wait();
                seen = dish;
            });
        return $"{seen}";
    }

    [Litmus("0", "1")]
    private static string Set_before_the_work_is_done()
    {
        var ready = new ManualResetEventSlim();
        int dish = 0, seen = 0;
        Crew.Together(
            () =>
            {
                ready.Set();
                dish = 1;
            },
            () =>
            {
                ready.Wait();
                seen = dish;
            });
        return $"{seen}";
    }

    [Litmus("done")]
    private static string Set_before_anyone_waits_is_kept()
    {
        var ready = new ManualResetEventSlim();
        ready.Set();
        ready.Set();
        Crew.Together(() => ready.Wait(), () => ready.Wait());
        return $"done";
    }

    [Litmus("deadlock")]
    private static string Nobody_sets_it()
    {
        var ready = new ManualResetEventSlim(false);
        Crew.Alone(() => ready.Wait());
        return "done";
    }

    [Litmus("done", "deadlock")]
    private static string Reset_may_come_too_early()
    {
        var ready = new ManualResetEventSlim();
        Crew.Together(
            () => ready.Wait(),
            () =>
            {
                ready.Set();
                ready.Reset();
            });
        return "done";
    }

    [Litmus("True", "False")]
    private static string IsSet_is_old_news()
    {
        var ready = new ManualResetEventSlim();
        var seen = false;
        Crew.Together(() => ready.Set(), () => seen = ready.IsSet);
        return $"{seen}";
    }

    [Litmus("done")]
    private static string Spinning_on_IsSet()
    {
        var ready = new ManualResetEventSlim();
        Crew.Together(
            () => ready.Set(),
            () =>
            {
                while (!ready.IsSet)
                {
                }
            });
        return "done";
    }

    [Litmus("livelock")]
    private static string Spinning_on_what_nobody_sets()
    {
        var ready = new ManualResetEventSlim();
        Crew.Alone(() =>
        {
            while (!ready.Wait(0))
            {
            }
        });
        return "done";
    }

    [Litmus("True", "False")]
    private static string Wait_that_only_looks()
    {
        var ready = new ManualResetEventSlim();
        var seen = false;
        Crew.Together(() => ready.Set(), () => seen = ready.Wait(0));
        return $"{seen}";
    }

    [Litmus("True", "False")]
    private static string Wait_with_a_time_out()
    {
        var ready = new ManualResetEventSlim();
        var seen = false;
        Crew.Together(() => ready.Set(), () => seen = ready.Wait(TimeSpan.FromMilliseconds(1)));
        return $"{seen}";
    }

    [Litmus("True")]
    private static string Wait_with_a_time_out_for_what_is_set() => $"{new ManualResetEventSlim(true).Wait(1)}";

    [Litmus("True")]
    private static string Wait_with_an_infinite_time_out()
    {
        var ready = new ManualResetEventSlim();
        var seen = false;
        Crew.Together(() => ready.Set(), () => seen = ready.Wait(-1));
        return $"{seen}";
    }

    [Litmus("ObjectDisposedException")]
    private static string Wait_after_Dispose()
    {
        var ready = new ManualResetEventSlim();
        ready.Dispose();
        return Crew.Try(() => ready.Wait());
    }

    [Litmus("ArgumentOutOfRangeException")]
    private static string Wait_for_less_than_nothing()
    {
        var ready = new ManualResetEventSlim();
        return Crew.Try(() => ready.Wait(-2));
    }

    [Litmus("1")]
    private static string ManualResetEvent_lets_all_pass()
    {
        var ready = new ManualResetEvent(false);
        int dish = 0, first = 0, second = 0;
        Crew.Together(
            () =>
            {
                ready.WaitOne();
                first = dish;
            },
            () =>
            {
                ready.WaitOne();
                second = dish;
            },
            () =>
            {
                dish = 1;
                ready.Set();
            });
        return $"{first * second}";
    }

    [Litmus("False,True,True,False")]
    private static string ManualResetEvent_is_set_until_it_is_reset()
    {
        var ready = new ManualResetEvent(false);
        var before = ready.WaitOne(0);
        ready.Set();
        var first = ready.WaitOne(0);
        var second = ready.WaitOne(0);
        ready.Reset();
        return $"{before},{first},{second},{ready.WaitOne(0)}";
    }

    [Litmus("True,False,False")]
    private static string AutoResetEvent_lets_one_pass()
    {
        var ready = new AutoResetEvent(false);
        ready.Set();
        ready.Set();
        var first = ready.WaitOne(0);
        var second = ready.WaitOne(0);
        ready.Set();
        ready.Reset();
        return $"{first},{second},{ready.WaitOne(0)}";
    }

    [Litmus("done", "deadlock")]
    private static string AutoResetEvent_set_twice_for_two()
    {
        var ready = new AutoResetEvent(false);
        Crew.Together(
            () => ready.WaitOne(),
            () => ready.WaitOne(),
            () =>
            {
                ready.Set();
                ready.Set();
            });
        return "done";
    }

    [Litmus("done")]
    private static string AutoResetEvent_passed_on()
    {
        var ready = new AutoResetEvent(true);
        Crew.Together(PassOn, PassOn, PassOn);
        return "done";

        void PassOn()
        {
            ready.WaitOne();
            ready.Set();
        }
    }

    [Litmus("2")]
    private static string AutoResetEvent_as_a_lock()
    {
        var free = new AutoResetEvent(true);
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            free.WaitOne();
            n++;
            free.Set();
        }
    }

    [Litmus("done")]
    private static string AutoResetEvent_as_a_lock_round_a_look()
    {
        var free = new AutoResetEvent(true);
        var ready = false;
        Crew.Together(
            () =>
            {
                free.WaitOne();
                ready = true;
                free.Set();
            },
            () =>
            {
                bool seen;
                do
                {
                    free.WaitOne();
                    seen = ready;
                    free.Set();
                }
                while (!seen);
            });
        return "done";
    }

    [Litmus("soup,tea")]
    private static string AutoResetEvents_hand_over_to_and_fro()
    {
        AutoResetEvent full = new(false), empty = new(true);
        var place = "";
        var eaten = new List<string>();
        Crew.Together(
            () =>
            {
                foreach (var dish in new[] { "soup", "tea" })
                {
                    empty.WaitOne();
                    place = dish;
                    full.Set();
                }
            },
            () =>
            {
                for (var i = 0; i < 2; i++)
                {
                    full.WaitOne();
                    eaten.Add(place);
                    empty.Set();
                }
            });
        return string.Join(",", eaten);
    }

    [Litmus("deadlock")]
    private static string AutoResetEvent_consumed_by_a_look()
    {
        var ready = new AutoResetEvent(true);
        ready.WaitOne(0);
        ready.WaitOne();
        return "done";
    }

    [Litmus("True", "False")]
    private static string AutoResetEvent_with_a_time_out()
    {
        var ready = new AutoResetEvent(false);
        var seen = false;
        Crew.Together(() => ready.Set(), () => seen = ready.WaitOne(1));
        return $"{seen}";
    }

    [Litmus("True,True|True,False")]
    private static string EventWaitHandle_in_both_modes()
    {
        EventWaitHandle manual = new(true, EventResetMode.ManualReset), auto = new(true, EventResetMode.AutoReset);
        return $"{manual.WaitOne(0)},{manual.WaitOne(0)}|{auto.WaitOne(0)},{auto.WaitOne(0)}";
    }

    [Litmus("ObjectDisposedException")]
    private static string WaitOne_after_Dispose()
    {
        var ready = new AutoResetEvent(false);
        ready.Dispose();
        return Crew.Try(() => ready.WaitOne());
    }

    [Litmus("ObjectDisposedException")]
    private static string Set_after_Dispose()
    {
        var ready = new ManualResetEvent(false);
        ready.Dispose();
        return Crew.Try(() => ready.Set());
    }
}
