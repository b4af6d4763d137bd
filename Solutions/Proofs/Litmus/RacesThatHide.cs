namespace Proofs.Litmus;

/// <summary>
/// Data races that show in few orders only. The search tries one order of each class that no thread could tell apart;
/// none of these may fall into the ones left out. The search without reduction looks at the same scenarios.
/// </summary>
internal static class RacesThatHide
{
    [Litmus("data race", "1", ForbidDataRaces = true)]
    private static string Only_when_the_lock_is_taken_the_other_way_round()
    {
        // in the first order that is tried, the lock happens to order the two accesses
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
                lock (gate)
                {
                }

                seen = n;
            });
        return $"{seen}";
    }

    [Litmus("data race", "met", ForbidDataRaces = true)]
    private static string Only_on_the_way_that_a_third_thread_opens()
    {
        int n = 0, open = 0;
        Crew.Together(
            () => Volatile.Write(ref open, 1),
            () =>
            {
                if (Volatile.Read(ref open) == 1) n = 1;
            },
            () =>
            {
                if (Volatile.Read(ref open) == 0) n = 1;
            });
        return n < 9 ? "met" : "";
    }

    [Litmus("data race", "met", ForbidDataRaces = true)]
    private static string Behind_a_lost_signal()
    {
        var gate = new object();
        int n = 0;
        Crew.Together(
            () =>
            {
                n = 1;
                lock (gate) Monitor.Pulse(gate);
            },
            () =>
            {
                bool woken;
                lock (gate) woken = Monitor.Wait(gate, 10);
                if (!woken) n = 1;
            });
        return n < 9 ? "met" : "";
    }

    [Litmus("data race", "met", ForbidDataRaces = true)]
    private static string Between_the_first_and_the_last_of_three()
    {
        // the second one stands between them in most orders
        var gate = new object();
        int n = 0, turn = 0;
        Crew.Together(
            () =>
            {
                n = 1;
                Volatile.Write(ref turn, 1);
            },
            () =>
            {
                if (Volatile.Read(ref turn) == 1)
                {
                    lock (gate)
                    {
                    }
                }
            },
            () =>
            {
                lock (gate)
                {
                }

                n = 1;
            });
        return n < 9 ? "met" : "";
    }

    [Litmus("data race", "met", ForbidDataRaces = true)]
    private static string Two_slots_of_a_semaphore_once_at_the_same_time()
    {
        using var gate = new SemaphoreSlim(2);
        var n = 0;
        void Work()
        {
            gate.Wait();
            n = 1;
            gate.Release();
        }

        Crew.Together(Work, Work);
        return n < 9 ? "met" : "";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string An_earlier_write_behind_a_later_one_that_is_ordered()
    {
        // the last write is ordered before the read by the lock, and so is the first: the read by Carol is not
        var gate = new object();
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                lock (gate) n = 1;
            },
            () =>
            {
                lock (gate) n = 2;
            },
            () => seen = Math.Min(n, 0));
        return $"{seen}";
    }

    [Litmus("data race", "met", ForbidDataRaces = true)]
    private static string The_same_value_written_again()
    {
        // nobody can tell from the result
        int n = 1;
        var ready = 0;
        Crew.Together(
            () =>
            {
                Volatile.Write(ref ready, 1);
                n = 1;
            },
            () =>
            {
                if (Volatile.Read(ref ready) == 1) n = 1;
            });
        return n < 9 ? "met" : "";
    }

    [Litmus("met", "deadlock", ForbidDataRaces = true)]
    private static string Where_there_is_a_deadlock_it_is_told_instead()
    {
        // when both come to their end, one was done before the other began
        object left = new(), right = new();
        var n = 0;
        void Take(object first, object second)
        {
            lock (first)
            {
                n = 1;
                lock (second)
                {
                }
            }
        }

        Crew.Together(() => Take(left, right), () => Take(right, left));
        return n < 9 ? "met" : "";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string While_somebody_spins()
    {
        var go = 0;
        var n = 0;
        Crew.Together(
            () =>
            {
                Volatile.Write(ref go, 1);
                n = 1;
            },
            () =>
            {
                while (Volatile.Read(ref go) == 0)
                {
                }

                n = 1;
            });
        return n < 9 ? "met" : "";
    }

    [Litmus("data race", "met", ForbidDataRaces = true)]
    private static string When_a_time_out_fires()
    {
        using var bell = new SemaphoreSlim(0);
        var n = 0;
        Crew.Together(
            () =>
            {
                n = 1;
                bell.Release();
            },
            () =>
            {
                bell.Wait(10);
                n = 1;
            });
        return n < 9 ? "met" : "";
    }
}
