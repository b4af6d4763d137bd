using System.Collections.Concurrent;

namespace Proofs.Litmus;

/// <summary>Loops that wait by looking: they end when what they look at changes, or they never end.</summary>
internal static class Spinning
{
    [Litmus("seen")]
    private static string Looking_at_a_struct_of_NET()
    {
        var marks = new System.Collections.Specialized.BitVector32[1];
        Crew.Together(
            () => marks[0][1] = true,
            () =>
            {
                while (!marks[0][1]) Thread.Yield();
            });
        return "seen";
    }

    [Litmus("seen", Naive = false)]
    private static string Going_through_a_list_by_an_interface()
    {
        IList<int> plates = new List<int> { 0 };
        Crew.Together(
            () =>
            {
                lock (plates) plates[0] = 1;
            },
            () =>
            {
                while (!AreFull()) Thread.Yield();
            });
        return "seen";

        bool AreFull()
        {
            lock (plates)
            {
                foreach (var plate in plates)
                {
                    if (plate == 0) return false;
                }

                return true;
            }
        }
    }

    [Litmus("1")]
    private static string Until_a_flag_is_set()
    {
        var pass = new Pass();
        var seen = 0;
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                pass.Ready = true;
            },
            () =>
            {
                while (!pass.Ready)
                {
                }

                seen = pass.Dish;
            });
        return $"{seen}";
    }

    [Litmus("livelock")]
    private static string Until_a_flag_that_nobody_sets()
    {
        var pass = new Pass();
        Crew.Alone(() =>
        {
            while (!pass.Ready)
            {
            }
        });
        return "done";
    }

    [Litmus("livelock")]
    private static string In_the_scenario_itself()
    {
        var pass = new Pass();
        while (!pass.Ready)
        {
        }

        return "done";
    }

    [Litmus("done")]
    private static string Until_a_flag_is_set_with_a_sleep()
    {
        var pass = new Pass();
        Crew.Together(() => pass.Ready = true, () => SleepUntilReady(pass));
        return "done";
    }

    [Litmus("livelock")]
    private static string Until_a_flag_that_nobody_sets_with_a_sleep()
    {
        var pass = new Pass();
        Crew.Alone(() => SleepUntilReady(pass));
        return "done";
    }

    [Litmus("done")]
    private static string With_Yield_and_SpinWait()
    {
        var pass = new Pass();
        Crew.Together(
            () => pass.Ready = true,
            () =>
            {
                while (!pass.Ready)
                {
                    Thread.Yield();
                    Thread.SpinWait(20);
                }
            });
        return "done";
    }

    [Litmus("done")]
    private static string With_SpinOnce()
    {
        var pass = new Pass();
        Crew.Together(
            () => pass.Ready = true,
            () =>
            {
                var spinner = new SpinWait();
                while (!pass.Ready) spinner.SpinOnce();
            });
        return "done";
    }

    [Litmus("done")]
    private static string On_a_volatile_flag()
    {
        var pass = new Pass();
        Crew.Together(
            () => Volatile.Write(ref pass.Ready, true),
            () =>
            {
                while (!Volatile.Read(ref pass.Ready)) Thread.Sleep(1);
            });
        return "done";
    }

    [Litmus("done")]
    private static string On_a_flag_under_a_lock()
    {
        var pass = new Pass();
        Crew.Together(
            () =>
            {
                lock (pass) pass.Ready = true;
            },
            () => LockUntilReady(pass));
        return "done";
    }

    [Litmus("livelock")]
    private static string On_a_flag_under_a_lock_that_nobody_sets()
    {
        var pass = new Pass();
        Crew.Alone(() => LockUntilReady(pass));
        return "done";
    }

    // Who spins inside the lock keeps out the one who would set the flag.
    [Litmus("done", "livelock")]
    private static string Holding_the_lock_that_the_other_needs()
    {
        var pass = new Pass();
        Crew.Together(
            () =>
            {
                lock (pass) pass.Ready = true;
            },
            () =>
            {
                lock (pass) SleepUntilReady(pass);
            });
        return "done";
    }

    [Litmus("livelock")]
    private static string Each_waits_for_the_other()
    {
        var pass = new Pass();
        Crew.Together(
            () =>
            {
                while (pass.Dish == 0)
                {
                }

                pass.Ready = true;
            },
            () =>
            {
                SleepUntilReady(pass);
                pass.Dish = 1;
            });
        return "done";
    }

    [Litmus("2")]
    private static string Lock_made_of_CompareExchange()
    {
        var pass = new Pass();
        Crew.Together(Add, Add);
        return $"{pass.Dish}";

        void Add()
        {
            while (Interlocked.CompareExchange(ref pass.Taken, 1, 0) != 0)
            {
            }

            pass.Dish++;
            Volatile.Write(ref pass.Taken, 0);
        }
    }

    // It writes in every round, but nothing new.
    [Litmus("2")]
    private static string Lock_made_of_Exchange()
    {
        var pass = new Pass();
        Crew.Together(Add, Add);
        return $"{pass.Dish}";

        void Add()
        {
            while (Interlocked.Exchange(ref pass.Taken, 1) == 1) Thread.Yield();
            pass.Dish++;
            Volatile.Write(ref pass.Taken, 0);
        }
    }

    [Litmus("1", "2")]
    private static string Lock_made_of_two_steps()
    {
        var pass = new Pass();
        Crew.Together(Add, Add);
        return $"{pass.Dish}";

        void Add()
        {
            while (Volatile.Read(ref pass.Taken) == 1) Thread.Yield();
            Volatile.Write(ref pass.Taken, 1);
            pass.Dish++;
            Volatile.Write(ref pass.Taken, 0);
        }
    }

    [Litmus("2")]
    private static string Lock_made_of_tickets()
    {
        int next = 0, serving = 0, n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            var mine = Interlocked.Increment(ref next) - 1;
            while (Volatile.Read(ref serving) != mine)
            {
            }

            n++;
            Volatile.Write(ref serving, mine + 1);
        }
    }

    // Right under sequential consistency, which is what the explorer has; not on hardware without a fence.
    [Litmus("2")]
    private static string Peterson()
    {
        var wants = new bool[2];
        int turn = 0, n = 0;
        Crew.Together(() => Add(0, 1), () => Add(1, 0));
        return $"{n}";

        void Add(int me, int other)
        {
            wants[me] = true;
            turn = other;
            while (wants[other] && turn == other)
            {
            }

            n++;
            wants[me] = false;
        }
    }

    [Litmus("1", "2")]
    private static string Peterson_with_its_first_lines_exchanged()
    {
        var wants = new bool[2];
        int turn = 0, n = 0;
        Crew.Together(() => Add(0, 1), () => Add(1, 0));
        return $"{n}";

        void Add(int me, int other)
        {
            turn = other;
            wants[me] = true;
            while (wants[other] && turn == other)
            {
            }

            n++;
            wants[me] = false;
        }
    }

    // The reader tries again when the version has moved meanwhile.
    [Litmus("0,0", "1,1")]
    private static string Reading_between_two_versions()
    {
        int version = 0, x = 0, y = 0;
        var seen = "";
        Crew.Together(
            () =>
            {
                Volatile.Write(ref version, 1);
                x = 1;
                y = 1;
                Volatile.Write(ref version, 2);
            },
            () =>
            {
                while (true)
                {
                    var before = Volatile.Read(ref version);
                    if (before == 1) continue;
                    var read = $"{x},{y}";
                    if (Volatile.Read(ref version) != before) continue;
                    seen = read;
                    return;
                }
            });
        return seen;
    }

    [Litmus("1")]
    private static string On_IsAlive()
    {
        var n = 0;
        var thread = new Thread(() => n = 1);
        thread.Start();
        while (thread.IsAlive) Thread.Sleep(1);
        return $"{n}";
    }

    [Litmus("1")]
    private static string On_Join_with_a_time_out()
    {
        var n = 0;
        var thread = new Thread(() => n = 1);
        thread.Start();
        while (!thread.Join(1))
        {
        }

        return $"{n}";
    }

    [Litmus("2")]
    private static string On_TryEnter()
    {
        var pass = new Pass();
        Crew.Together(Add, Add);
        return $"{pass.Dish}";

        void Add()
        {
            while (!Monitor.TryEnter(pass)) Thread.Yield();
            pass.Dish++;
            Monitor.Exit(pass);
        }
    }

    [Litmus("2")]
    private static string On_a_semaphore_with_a_time_out()
    {
        var place = new SemaphoreSlim(1);
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            while (!place.Wait(10))
            {
            }

            n++;
            place.Release();
        }
    }

    [Litmus("a")]
    private static string On_TryDequeue()
    {
        var queue = new ConcurrentQueue<string>();
        var seen = "";
        Crew.Together(
            () => queue.Enqueue("a"),
            () =>
            {
                string? dish;
                while (!queue.TryDequeue(out dish)) Thread.Sleep(1);
                seen = dish;
            });
        return seen;
    }

    [Litmus("done")]
    private static string In_the_background()
    {
        var pass = new Pass();
        new Thread(() => SleepUntilReady(pass)) { IsBackground = true }.Start();
        return "done";
    }

    [Litmus("livelock", ForbidBusyWaiting = true)]
    private static string In_the_background_where_those_who_wait_must_sleep()
    {
        var pass = new Pass();
        new Thread(() => SleepUntilReady(pass)) { IsBackground = true }.Start();
        return "done";
    }

    [Litmus("done", ForbidBusyWaiting = true)]
    private static string Asleep_in_the_background_where_those_who_wait_must_sleep()
    {
        var pass = new Pass();
        new Thread(() =>
        {
            lock (pass)
            {
                while (!pass.Ready) Monitor.Wait(pass);
            }
        })
        { IsBackground = true }.Start();
        lock (pass)
        {
            Monitor.PulseAll(pass);
        }

        return "done";
    }

    [Litmus("0 ms")]
    private static string Woken_in_vain_takes_no_time()
    {
        var pass = new Pass();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Crew.Together(
            () =>
            {
                lock (pass)
                {
                    while (!pass.Ready) Monitor.Wait(pass);
                }
            },
            () =>
            {
                lock (pass) Monitor.PulseAll(pass);
                lock (pass)
                {
                    pass.Ready = true;
                    Monitor.PulseAll(pass);
                }
            });
        return $"{clock.ElapsedMilliseconds} ms";
    }

    [Litmus("0 ms", "10 ms", Naive = false)]
    private static string Sleeping_under_way_takes_time()
    {
        var queue = new Queue<string>();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Crew.Together(
            () =>
            {
                lock (queue) queue.Enqueue("a");
            },
            () =>
            {
                while (true)
                {
                    lock (queue)
                    {
                        if (queue.TryDequeue(out _)) break;
                    }

                    Thread.Sleep(10);
                }
            });
        return $"{clock.ElapsedMilliseconds} ms";
    }

    [Litmus("a", Naive = false)]
    private static string On_an_empty_queue_under_a_lock()
    {
        var queue = new Queue<string>();
        var seen = "";
        Crew.Together(
            () =>
            {
                lock (queue) queue.Enqueue("a");
            },
            () =>
            {
                string? dish = null;
                while (dish is null)
                {
                    lock (queue) queue.TryDequeue(out dish);
                }

                seen = dish;
            });
        return seen;
    }

    // Two are worse than one: the first to go on takes the flag down again.
    [Litmus("done", "livelock")]
    private static string Two_wait_for_a_flag_that_the_first_takes_down()
    {
        var pass = new Pass();
        Crew.Together(Wait, Wait, () => pass.Ready = true);
        return "done";

        void Wait()
        {
            SleepUntilReady(pass);
            pass.Ready = false;
        }
    }

    private static void SleepUntilReady(Pass pass)
    {
        while (!pass.Ready) Thread.Sleep(10);
    }

    private static void LockUntilReady(Pass pass)
    {
        while (true)
        {
            lock (pass)
            {
                if (pass.Ready) return;
            }
        }
    }

    private sealed class Pass
    {
        public bool Ready;
        public int Dish;
        public int Taken;
    }

    // Either flag lets the loop go; which of the two are seen afterwards is anybody's guess.
    [Litmus("True,False", "False,True", "True,True")]
    private static string On_either_of_two_flags()
    {
        bool soup = false, salad = false;
        var seen = "";
        Crew.Together(
            () => soup = true,
            () => salad = true,
            () =>
            {
                while (!Volatile.Read(ref soup) && !Volatile.Read(ref salad))
                {
                }

                seen = $"{soup},{salad}";
            });
        return seen;
    }

    // The first flag is looked at once more only because the second was set: it may still be down.
    [Litmus("True", "False")]
    private static string On_two_flags_the_first_looked_at_again()
    {
        bool soup = false, salad = false;
        var seen = false;
        Crew.Together(
            () => soup = true,
            () => salad = true,
            () =>
            {
                while (true)
                {
                    var first = Volatile.Read(ref soup);
                    if (!Volatile.Read(ref salad)) continue;
                    seen = first;
                    return;
                }
            });
        return $"{seen}";
    }

    [Litmus("done")]
    private static string SpinUntil_waits()
    {
        var ready = false;
        var other = new Thread(() => ready = true);
        other.Start();
        SpinWait.SpinUntil(() => ready);
        return "done";
    }

    [Litmus("livelock")]
    private static string SpinUntil_nothing_comes()
    {
        var ready = false;
        SpinWait.SpinUntil(() => ready);
        return "done";
    }

    [Litmus("True", "False")]
    private static string SpinUntil_with_a_time_out()
    {
        var ready = false;
        var other = new Thread(() => ready = true);
        other.Start();
        return $"{SpinWait.SpinUntil(() => ready, 10)}";
    }

    // Where the tries are counted is reached by no jump, but by an exception.
    [Litmus("served", "gave up")]
    private static string Tries_counted_where_they_fail()
    {
        var pan = new Lock();
        var end = "";
        var other = new Thread(() =>
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    if (!pan.TryEnter()) throw new InvalidOperationException();
                    pan.Exit();
                    end = "served";
                    return;
                }
                catch (InvalidOperationException)
                {
                    if (attempt == 2)
                    {
                        end = "gave up";
                        return;
                    }
                }
            }
        });
        lock (pan) other.Start();
        other.Join();
        return end;
    }
}
