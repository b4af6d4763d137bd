namespace Proofs.Litmus;

/// <summary><c>Monitor.Wait</c>, <c>Pulse</c> and <c>PulseAll</c>.</summary>
internal static class Signals
{
    [Litmus("1")]
    private static string Waiting_for_a_state()
    {
        var gate = new object();
        int dish = 0, seen = 0;
        Crew.Together(
            () =>
            {
                lock (gate)
                {
                    while (dish == 0) Monitor.Wait(gate);
                    seen = dish;
                }
            },
            () =>
            {
                lock (gate)
                {
                    dish = 1;
                    Monitor.Pulse(gate);
                }
            });
        return $"{seen}";
    }

    [Litmus("done", "lost wake-up")]
    private static string Waiting_for_a_signal()
    {
        var gate = new object();
        Crew.Together(() => WaitOn(gate), () => PulseOn(gate));
        return "done";
    }

    [Litmus("done", "lost wake-up")]
    private static string Waiting_for_a_signal_to_all()
    {
        var gate = new object();
        Crew.Together(
            () => WaitOn(gate),
            () =>
            {
                lock (gate) Monitor.PulseAll(gate);
            });
        return "done";
    }

    // Looking and waiting are two holds of the lock: the signal comes in between.
    [Litmus("done", "lost wake-up")]
    private static string State_changed_and_signalled_apart()
    {
        var gate = new object();
        var ready = false;
        Crew.Together(
            () =>
            {
                bool mustWait;
                lock (gate) mustWait = !ready;
                if (mustWait) WaitOn(gate);
            },
            () =>
            {
                lock (gate) ready = true;
                PulseOn(gate);
            });
        return "done";
    }

    [Litmus("deadlock")]
    private static string Waiting_for_a_signal_that_nobody_gives()
    {
        var gate = new object();
        Crew.Alone(() => WaitOn(gate));
        return "done";
    }

    [Litmus("lost wake-up")]
    private static string Waiting_after_the_only_signal()
    {
        var gate = new object();
        PulseOn(gate);
        WaitOn(gate);
        return "done";
    }

    [Litmus("1,0")]
    private static string A_signal_with_nobody_waiting_does_nothing()
    {
        var gate = new object();
        int n = 0, woken = 0;
        lock (gate)
        {
            Monitor.Pulse(gate);
            Monitor.PulseAll(gate);
            n = 1;
            if (Monitor.Wait(gate, 10)) woken = 1;
        }

        return $"{n},{woken}";
    }

    // Both wait before the signal: each says so while it holds the lock.
    [Litmus("12")]
    private static string Those_who_wait_are_woken_in_order_of_arrival()
    {
        var line = new Line();
        Crew.Together(line.WaitAndPassOn, line.WaitAndPassOn, () => line.WakeAfter(2, all: false));
        return line.Log;
    }

    [Litmus("12", "21")]
    private static string PulseAll_wakes_all_who_then_compete()
    {
        var line = new Line();
        Crew.Together(line.WaitOnly, line.WaitOnly, () => line.WakeAfter(2, all: true));
        return line.Log;
    }

    // A signal did come for each of them, so it was not lost: there were too few.
    [Litmus("deadlock")]
    private static string Pulse_wakes_one()
    {
        var line = new Line();
        Crew.Together(line.WaitOnly, line.WaitOnly, () => line.WakeAfter(2, all: false));
        return line.Log;
    }

    [Litmus("12", "21")]
    private static string Two_pulses_wake_two_who_then_compete()
    {
        var line = new Line();
        Crew.Together(
            line.WaitOnly,
            line.WaitOnly,
            () =>
            {
                line.AwaitArrivals(2);
                lock (line)
                {
                    Monitor.Pulse(line);
                    Monitor.Pulse(line);
                }
            });
        return line.Log;
    }

    // After the signal the lock is still the signaller's: what it writes next is seen.
    [Litmus("1")]
    private static string The_signaller_goes_on_until_it_leaves()
    {
        var line = new Line();
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                line.WaitOnly();
                seen = n;
            },
            () =>
            {
                line.AwaitArrivals(1);
                lock (line)
                {
                    Monitor.Pulse(line);
                    n = 1;
                }
            });
        return $"{seen}";
    }

    // Woken is not yet inside: a newcomer takes the dish, and the one who did not look again takes one that is not there.
    [Litmus("0", "-1", "lost wake-up")]
    private static string A_newcomer_overtakes_the_one_who_was_woken()
    {
        var gate = new object();
        var dishes = 0;
        Crew.Together(
            () =>
            {
                lock (gate)
                {
                    if (dishes == 0) Monitor.Wait(gate);
                    dishes--;
                }
            },
            () =>
            {
                lock (gate)
                {
                    if (dishes > 0) dishes--;
                }
            },
            () =>
            {
                lock (gate)
                {
                    dishes++;
                    Monitor.Pulse(gate);
                }
            });
        return $"{dishes}";
    }

    [Litmus("0")]
    private static string While_looks_again()
    {
        var gate = new object();
        var dishes = 0;
        Crew.Together(Take, Take, Cook);
        return $"{dishes}";

        void Take()
        {
            lock (gate)
            {
                while (dishes == 0) Monitor.Wait(gate);
                dishes--;
            }
        }

        void Cook()
        {
            for (var i = 0; i < 2; i++)
            {
                lock (gate)
                {
                    dishes++;
                    Monitor.Pulse(gate);
                }
            }
        }
    }

    // One dish and a signal to all is too much for `if`, and too little for whoever begins to wait later.
    [Litmus("-1", "deadlock", "lost wake-up")]
    private static string If_does_not_look_again()
    {
        var gate = new object();
        var dishes = 0;
        Crew.Together(Take, Take, Cook);
        return $"{dishes}";

        void Take()
        {
            lock (gate)
            {
                if (dishes == 0) Monitor.Wait(gate);
                dishes--;
            }
        }

        void Cook()
        {
            lock (gate)
            {
                dishes++;
                Monitor.PulseAll(gate);
            }
        }
    }

    [Litmus("1,True,SynchronizationLockException")]
    private static string Wait_gives_up_all_recursion_and_takes_it_back()
    {
        var gate = new object();
        var n = 0;
        Monitor.Enter(gate);
        Monitor.Enter(gate);
        var thread = new Thread(() =>
        {
            lock (gate)
            {
                n = 1;
                Monitor.Pulse(gate);
            }
        });
        thread.Start();
        Monitor.Wait(gate);
        Monitor.Exit(gate);
        var stillInside = Monitor.IsEntered(gate);
        Monitor.Exit(gate);
        thread.Join();
        return $"{n},{stillInside},{Crew.Try(() => Monitor.Exit(gate))}";
    }

    // Wait gives up only its own lock. The outer one stays taken, and who should signal cannot come in.
    [Litmus("deadlock", "lost wake-up")]
    private static string Waiting_inside_another_lock()
    {
        object outer = new(), inner = new();
        Crew.Together(
            () =>
            {
                lock (outer) WaitOn(inner);
            },
            () =>
            {
                lock (outer) PulseOn(inner);
            });
        return "done";
    }

    [Litmus("True", "False")]
    private static string Wait_with_a_time_out()
    {
        var gate = new object();
        bool signalled;
        Thread thread;
        lock (gate)
        {
            thread = new Thread(() => PulseOn(gate));
            thread.Start();
            signalled = Monitor.Wait(gate, 10);
        }

        thread.Join();
        return $"{signalled}";
    }

    [Litmus("False,True")]
    private static string Wait_with_a_time_out_takes_the_lock_back()
    {
        var gate = new object();
        lock (gate) return $"{Monitor.Wait(gate, TimeSpan.FromMilliseconds(10))},{Monitor.IsEntered(gate)}";
    }

    [Litmus("0", "1")]
    private static string Wait_with_a_time_out_lets_others_in()
    {
        var gate = new object();
        int n = 0, seen;
        Thread thread;
        lock (gate)
        {
            thread = new Thread(() =>
            {
                lock (gate) n = 1;
            });
            thread.Start();
            Monitor.Wait(gate, 10);
            seen = n;
        }

        thread.Join();
        return $"{seen}";
    }

    [Litmus("done")]
    private static string Wait_with_a_time_out_survives_a_lost_signal()
    {
        var gate = new object();
        Crew.Together(
            () =>
            {
                lock (gate) Monitor.Wait(gate, 10);
            },
            () => PulseOn(gate));
        return "done";
    }

    // Who has gone home takes no signal, the next in line gets it; who is still there keeps it from the next.
    [Litmus("False", "deadlock")]
    private static string A_time_out_leaves_the_line()
    {
        var line = new Line();
        var inTime = false;
        var first = new Thread(() =>
        {
            lock (line)
            {
                line.Arrive();
                inTime = Monitor.Wait(line, 10);
            }
        });
        var second = new Thread(line.WaitOnly);
        first.Start();
        line.AwaitArrivals(1);
        second.Start();
        line.WakeAfter(1, all: false);
        first.Join();
        second.Join();
        return $"{inTime}";
    }

    [Litmus("SynchronizationLockException")]
    private static string Wait_without_the_lock()
    {
        var gate = new object();
        return Crew.Try(() => Monitor.Wait(gate));
    }

    [Litmus("SynchronizationLockException,SynchronizationLockException")]
    private static string Pulse_without_the_lock()
    {
        var gate = new object();
        return $"{Crew.Try(() => Monitor.Pulse(gate))},{Crew.Try(() => Monitor.PulseAll(gate))}";
    }

    [Litmus("SynchronizationLockException,SynchronizationLockException")]
    private static string Wait_and_Pulse_with_the_lock_of_another_thread()
    {
        var gate = new object();
        var seen = "";
        lock (gate)
            Crew.Alone(() => seen = $"{Crew.Try(() => Monitor.Wait(gate, 10))},{Crew.Try(() => Monitor.Pulse(gate))}");
        return seen;
    }

    [Litmus("SynchronizationLockException")]
    private static string Wait_on_another_object()
    {
        object gate = new(), bell = new();
        lock (gate) return Crew.Try(() => Monitor.Wait(bell));
    }

    // A signal concerns only those who wait on the same object.
    [Litmus("deadlock")]
    private static string Pulse_on_another_object()
    {
        object gate = new(), bell = new();
        Crew.Together(() => WaitOn(gate), () => PulseOn(bell));
        return "done";
    }

    private static void WaitOn(object gate)
    {
        lock (gate) Monitor.Wait(gate);
    }

    private static void PulseOn(object gate)
    {
        lock (gate) Monitor.Pulse(gate);
    }

    // Threads arrive while they hold the line's lock, so whoever has seen an arrival and then gets the lock finds them waiting.
    private sealed class Line
    {
        private readonly SemaphoreSlim _arrived = new(0);
        private int _count;

        public string Log = "";

        public int Arrive()
        {
            _arrived.Release();
            return ++_count;
        }

        public void AwaitArrivals(int count)
        {
            for (var i = 0; i < count; i++) _arrived.Wait();
        }

        public void WaitOnly()
        {
            lock (this)
            {
                var place = Arrive();
                Monitor.Wait(this);
                Log += place;
            }
        }

        public void WaitAndPassOn()
        {
            lock (this)
            {
                var place = Arrive();
                Monitor.Wait(this);
                Log += place;
                Monitor.Pulse(this);
            }
        }

        public void WakeAfter(int count, bool all)
        {
            AwaitArrivals(count);
            lock (this)
            {
                if (all) Monitor.PulseAll(this);
                else Monitor.Pulse(this);
            }
        }
    }

    // A pulse that woke somebody in vain did not wake another: as if nobody had waited is not how it was.
    [Litmus("deadlock", "done", "lost wake-up")]
    private static string A_pulse_for_two_who_look_again()
    {
        var gate = new object();
        var (lines, closing) = (0, false);
        Crew.Together(
            Log,
            Log,
            () =>
            {
                lock (gate)
                {
                    lines++;
                    Monitor.Pulse(gate);
                }

                lock (gate)
                {
                    closing = true;
                    Monitor.Pulse(gate);
                }
            });
        return "done";

        void Log()
        {
            while (true)
            {
                lock (gate)
                {
                    while (lines == 0)
                    {
                        if (closing) return;
                        Monitor.Wait(gate);
                    }

                    lines--;
                }
            }
        }
    }
}
