namespace Proofs.Litmus;

/// <summary>Data races: what is ordered by everything that can be taken and given back, and what is not.</summary>
internal static class RacesAndLocks
{
    [Litmus("2", ForbidDataRaces = true)]
    private static string Both_under_one_monitor()
    {
        var gate = new object();
        var n = 0;
        Both(() =>
        {
            lock (gate) n++;
        });
        return $"{n}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Each_under_a_monitor_of_its_own()
    {
        object one = new(), two = new();
        var n = 0;
        Crew.Together(
            () =>
            {
                lock (one) n = 1;
            },
            () =>
            {
                lock (two) n = 1;
            });
        return $"{n}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Only_one_under_the_monitor()
    {
        var gate = new object();
        var n = 0;
        Crew.Together(
            () =>
            {
                lock (gate) n = 1;
            },
            () => n = 1);
        return $"{n}";
    }

    [Litmus("data race", "1", ForbidDataRaces = true)]
    private static string Before_one_takes_the_monitor_and_under_it()
    {
        // where the writer comes first, the monitor orders the two; where it comes last, nothing does
        var gate = new object();
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                n = 1;
                lock (gate)
                {
                }
            },
            () =>
            {
                lock (gate) seen = n;
            });
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string After_one_has_given_the_monitor_back()
    {
        var gate = new object();
        var n = 0;
        Crew.Together(
            () =>
            {
                lock (gate)
                {
                }

                n = 1;
            },
            () =>
            {
                lock (gate)
                {
                }

                n = 1;
            });
        return $"{n}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Taken_twice_by_one_thread()
    {
        var gate = new object();
        var n = 0;
        Both(() =>
        {
            lock (gate)
            {
                lock (gate)
                {
                }

                n++;
            }
        });
        return $"{n}";
    }

    [Litmus("1", "2", ForbidDataRaces = true)]
    private static string TryEnter_that_succeeds()
    {
        var gate = new object();
        var n = 0;
        Both(() =>
        {
            if (!Monitor.TryEnter(gate)) return;

            n++;
            Monitor.Exit(gate);
        });
        return $"{n}";
    }

    [Litmus("data race", "1", ForbidDataRaces = true)]
    private static string TryEnter_that_fails_orders_nothing()
    {
        var gate = new object();
        var n = 0;
        Crew.Together(
            () =>
            {
                lock (gate) n = 1;
            },
            () =>
            {
                if (Monitor.TryEnter(gate)) Monitor.Exit(gate);
                else n = 1;
            });
        return $"{n}";
    }

    [Litmus("data race", "met", ForbidDataRaces = true)]
    private static string A_failed_attempt_gives_nothing_to_the_owner()
    {
        var gate = new object();
        int n = 0, failed = 0;
        Crew.Together(
            () =>
            {
                lock (gate)
                {
                    Volatile.Read(ref failed);
                    n = 1;
                }
            },
            () =>
            {
                n = 1;
                if (Monitor.TryEnter(gate)) Monitor.Exit(gate);
            });
        return n < 9 ? "met" : "";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Both_under_one_Lock()
    {
        var gate = new Lock();
        var n = 0;
        Both(() =>
        {
            lock (gate) n++;
        });
        return $"{n}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Each_under_a_Lock_of_its_own()
    {
        var n = 0;
        Both(() =>
        {
            lock (new Lock()) n = 1;
        });
        return $"{n}";
    }

    [Litmus("1", "2", ForbidDataRaces = true)]
    private static string A_timed_TryEnter_of_a_Lock()
    {
        var gate = new Lock();
        var n = 0;
        Both(() =>
        {
            if (!gate.TryEnter(10)) return;

            n++;
            gate.Exit();
        });
        return $"{n}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Both_under_one_SpinLock()
    {
        var desk = new Desk();
        Both(() =>
        {
            var taken = false;
            desk.Spin.Enter(ref taken);
            desk.Count++;
            desk.Spin.Exit();
        });
        return $"{desk.Count}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Each_under_a_SpinLock_of_its_own()
    {
        Desk one = new(), two = new();
        var n = 0;
        Crew.Together(
            () =>
            {
                var taken = false;
                one.Spin.Enter(ref taken);
                n = 1;
                one.Spin.Exit();
            },
            () =>
            {
                var taken = false;
                two.Spin.Enter(ref taken);
                n = 1;
                two.Spin.Exit();
            });
        return $"{n}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Both_under_one_mutex()
    {
        using var gate = new Mutex();
        var n = 0;
        Both(() =>
        {
            gate.WaitOne();
            n++;
            gate.ReleaseMutex();
        });
        return $"{n}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Only_one_under_the_mutex()
    {
        using var gate = new Mutex();
        var n = 0;
        Crew.Together(
            () =>
            {
                gate.WaitOne();
                n = 1;
                gate.ReleaseMutex();
            },
            () => n = 1);
        return $"{n}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string A_mutex_left_by_the_dead()
    {
        using var gate = new Mutex();
        var n = 0;
        Both(() =>
        {
            try
            {
                gate.WaitOne();
            }
            catch (AbandonedMutexException)
            {
            }

            n++;
        });
        return $"{n}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Both_under_a_semaphore_of_one()
    {
        using var gate = new SemaphoreSlim(1);
        var n = 0;
        Both(() =>
        {
            gate.Wait();
            n++;
            gate.Release();
        });
        return $"{n}";
    }

    [Litmus("data race", "2", ForbidDataRaces = true)]
    private static string Both_under_a_semaphore_of_two()
    {
        // one after the other through the same door is ordered, both inside at once is not
        using var gate = new SemaphoreSlim(2);
        var n = 0;
        Both(() =>
        {
            gate.Wait();
            n++;
            gate.Release();
        });
        return $"{n}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string Released_and_then_awaited()
    {
        using var bell = new SemaphoreSlim(0);
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                n = 1;
                bell.Release();
            },
            () =>
            {
                bell.Wait();
                seen = n;
            });
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Released_too_early()
    {
        using var bell = new SemaphoreSlim(0);
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                bell.Release();
                n = 1;
            },
            () =>
            {
                bell.Wait();
                seen = Math.Min(n, 0);
            });
        return $"{seen}";
    }

    [Litmus("data race", "1", ForbidDataRaces = true)]
    private static string Released_and_not_waited_for()
    {
        using var bell = new SemaphoreSlim(0);
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                n = 1;
                bell.Release();
            },
            () =>
            {
                bell.Wait(0);
                seen = n;
            });
        return $"{seen}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string Pulsed_and_waited_for()
    {
        var gate = new object();
        bool ready = false;
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                n = 1;
                lock (gate)
                {
                    ready = true;
                    Monitor.Pulse(gate);
                }
            },
            () =>
            {
                lock (gate)
                {
                    while (!ready) Monitor.Wait(gate);
                }

                seen = n;
            });
        return $"{seen}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string Wait_gives_the_monitor_back()
    {
        // what the waiter wrote under the lock is seen by the one that comes while it waits
        var gate = new object();
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                lock (gate)
                {
                    n = 1;
                    Monitor.Wait(gate, 10);
                }
            },
            () =>
            {
                lock (gate) seen = Math.Max(seen, 1) + (Math.Min(n, 0));
            });
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Written_after_the_pulse()
    {
        var gate = new object();
        bool ready = false;
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                lock (gate)
                {
                    ready = true;
                    Monitor.PulseAll(gate);
                }

                n = 1;
            },
            () =>
            {
                lock (gate)
                {
                    while (!ready) Monitor.Wait(gate);
                }

                seen = Math.Min(n, 0);
            });
        return $"{seen}";
    }

    private static void Both(ThreadStart work) => Crew.Together(work, work);

    private sealed class Desk
    {
        public SpinLock Spin = new(false);

        public int Count;
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Both_writing_in_a_reader_writer_lock()
    {
        var archive = new ReaderWriterLockSlim();
        var n = 0;
        Crew.Together(Write, Write);
        return $"{n}";

        void Write()
        {
            archive.EnterWriteLock();
            n++;
            archive.ExitWriteLock();
        }
    }

    [Litmus("0", "1", ForbidDataRaces = true)]
    private static string One_writing_and_one_reading_in_a_reader_writer_lock()
    {
        var archive = new ReaderWriterLockSlim();
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                archive.EnterWriteLock();
                n++;
                archive.ExitWriteLock();
            },
            () =>
            {
                archive.EnterReadLock();
                seen = n;
                archive.ExitReadLock();
            });
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Both_writing_as_readers()
    {
        var archive = new ReaderWriterLockSlim();
        var n = 0;
        Crew.Together(Write, Write);
        return $"{n}";

        void Write()
        {
            archive.EnterReadLock();
            n++;
            archive.ExitReadLock();
        }
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Both_upgrading()
    {
        var archive = new ReaderWriterLockSlim();
        var n = 0;
        Crew.Together(Write, Write);
        return $"{n}";

        void Write()
        {
            archive.EnterUpgradeableReadLock();
            archive.EnterWriteLock();
            n++;
            archive.ExitWriteLock();
            archive.ExitUpgradeableReadLock();
        }
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Looking_past_the_reader_writer_lock()
    {
        var archive = new ReaderWriterLockSlim();
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                archive.EnterWriteLock();
                n++;
                archive.ExitWriteLock();
            },
            () => seen = n);
        return $"{n}";
    }
}
