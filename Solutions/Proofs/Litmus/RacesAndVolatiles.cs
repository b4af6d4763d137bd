namespace Proofs.Litmus;

/// <summary>Data races: what volatile fields, Volatile and Interlocked order, and what they do not.</summary>
internal static class RacesAndVolatiles
{
    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_plain_flag_and_its_data()
    {
        var pass = new Pass();
        var seen = 1;
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                pass.PlainBell = true;
            },
            () =>
            {
                if (pass.PlainBell) seen = pass.Dish;
            });
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_loop_on_a_plain_flag()
    {
        var pass = new Pass();
        Crew.Together(
            () => pass.PlainBell = true,
            () =>
            {
                while (!pass.PlainBell)
                {
                }
            });
        return "met";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string A_volatile_flag_and_its_data()
    {
        var pass = new Pass();
        var seen = 1;
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                pass.Bell = true;
            },
            () =>
            {
                if (pass.Bell) seen = pass.Dish;
            });
        return $"{seen}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string A_volatile_static()
    {
        var pass = new Pass();
        var seen = 1;
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                Pass.Gong = true;
            },
            () =>
            {
                if (Pass.Gong) seen = pass.Dish;
            });
        return $"{seen}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string A_loop_on_a_volatile_flag()
    {
        var pass = new Pass();
        var seen = 0;
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                pass.Bell = true;
            },
            () =>
            {
                while (!pass.Bell)
                {
                }

                seen = pass.Dish;
            });
        return $"{seen}";
    }

    [Litmus("data race", "1", ForbidDataRaces = true)]
    private static string The_flag_before_the_data()
    {
        var pass = new Pass();
        var seen = 1;
        Crew.Together(
            () =>
            {
                pass.Bell = true;
                pass.Dish = 1;
            },
            () =>
            {
                if (pass.Bell) seen = pass.Dish;
            });
        return $"{seen}";
    }

    [Litmus("data race", "1", ForbidDataRaces = true)]
    private static string The_data_whatever_the_flag_says()
    {
        var pass = new Pass();
        var seen = 1;
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                pass.Bell = true;
            },
            () =>
            {
                _ = pass.Bell;
                seen = Math.Max(pass.Dish, 1);
            });
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Two_volatile_writes_order_nothing()
    {
        var pass = new Pass();
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                pass.Bell = true;
            },
            () =>
            {
                pass.Bell = true;
                pass.Dish = 1;
            });
        return $"{pass.Dish}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Two_volatile_reads_order_nothing()
    {
        var pass = new Pass();
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                _ = pass.Bell;
            },
            () =>
            {
                _ = pass.Bell;
                pass.Dish = 1;
            });
        return $"{pass.Dish}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Volatile_on_the_reading_side_only()
    {
        var pass = new Pass();
        var seen = 1;
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                pass.Count = 1;
            },
            () =>
            {
                if (Volatile.Read(ref pass.Count) == 1) seen = pass.Dish;
                else pass.Dish = 1;
            });
        return $"{seen}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string Volatile_Write_and_Read()
    {
        var pass = new Pass();
        var seen = 1;
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                Volatile.Write(ref pass.Count, 1);
            },
            () =>
            {
                if (Volatile.Read(ref pass.Count) == 1) seen = pass.Dish;
            });
        return $"{seen}";
    }

    [Litmus("1", "2", ForbidDataRaces = true)]
    private static string A_lost_update_is_no_data_race_on_a_volatile_field()
    {
        var pass = new Pass();
        Crew.Together(() => pass.Bells++, () => pass.Bells++);
        return $"{pass.Bells}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string Interlocked_gives_and_takes()
    {
        var pass = new Pass();
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                Interlocked.Increment(ref pass.Count);
            },
            () =>
            {
                if (Interlocked.CompareExchange(ref pass.Count, 2, 1) == 1) pass.Dish = 1;
            });
        return $"{pass.Dish}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string The_last_one_out()
    {
        // whoever is last knows what all others have done
        var pass = new Pass { Count = 2 };
        var sum = new int[2];
        var total = 0;
        void Leave(int me)
        {
            sum[me] = 1;
            if (Interlocked.Decrement(ref pass.Count) == 0) total = sum[0] * sum[1];
        }

        Crew.Together(() => Leave(0), () => Leave(1));
        return $"{total}";
    }

    [Litmus("data race", "1", ForbidDataRaces = true)]
    private static string Interlocked_after_the_data()
    {
        var pass = new Pass();
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                Interlocked.Increment(ref pass.Count);
            },
            () =>
            {
                Interlocked.Increment(ref pass.Count);
                pass.Dish = 1;
            });
        return $"{pass.Dish}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string A_plain_look_before_the_exchange()
    {
        // the common way to write it: only the exchange counts, so the look may be stale
        var n = 0;
        void Add()
        {
            int seen;
            do
            {
                seen = n;
            }
            while (Interlocked.CompareExchange(ref n, seen + 1, seen) != seen);
        }

        Crew.Together(Add, Add);
        return $"{n}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string A_lock_made_of_an_exchange()
    {
        var pass = new Pass();
        void Add()
        {
            while (Interlocked.Exchange(ref pass.Count, 1) == 1)
            {
            }

            pass.Dish++;
            Volatile.Write(ref pass.Count, 0);
        }

        Crew.Together(Add, Add);
        return $"{pass.Dish}";
    }

    private sealed class Pass
    {
        public static volatile bool Gong;

        public volatile bool Bell;

        public volatile int Bells;

        public bool PlainBell;

        public int Dish, Count;
    }

    // Barriers alone, without a volatile access on either side, promise nothing that the finder could rely on.
    [Litmus("data race", ForbidDataRaces = true)]
    private static string Fences_around_a_plain_flag()
    {
        int dish = 0, seen = -1;
        var ready = false;
        Crew.Together(
            () =>
            {
                dish = 1;
                Volatile.WriteBarrier();
                ready = true;
            },
            () =>
            {
                if (!ready) return;
                Volatile.ReadBarrier();
                seen = dish;
            });
        return $"{seen}";
    }
}
