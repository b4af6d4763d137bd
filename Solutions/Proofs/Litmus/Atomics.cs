namespace Proofs.Litmus;

/// <summary><see cref="System.Threading.Interlocked"/>: one step, whatever happens around it.</summary>
internal static class Atomics
{
    private static int s_plums;

    [Litmus("1,2", "2,1")]
    private static string Increment_answers_the_new_value()
    {
        int n = 0, first = 0, second = 0;
        Crew.Together(() => first = Interlocked.Increment(ref n), () => second = Interlocked.Increment(ref n));
        return $"{first},{second}";
    }

    [Litmus("0")]
    private static string Increment_and_Decrement()
    {
        var n = 0;
        Crew.Together(() => Interlocked.Increment(ref n), () => Interlocked.Decrement(ref n));
        return $"{n}";
    }

    [Litmus("2")]
    private static string Increment_of_a_static_field()
    {
        Crew.Together(() => Interlocked.Increment(ref s_plums), () => Interlocked.Increment(ref s_plums));
        return $"{s_plums}";
    }

    [Litmus("2")]
    private static string Increment_of_an_element()
    {
        var plums = new long[2];
        Crew.Together(() => Interlocked.Increment(ref plums[1]), () => Interlocked.Increment(ref plums[1]));
        return $"{plums[1]}";
    }

    [Litmus("2")]
    private static string Increment_of_a_field_behind_a_ref()
    {
        var jar = new Jar();
        Crew.Together(() => AddOne(ref jar.Plums), () => AddOne(ref jar.Plums));
        return $"{jar.Plums}";

        static void AddOne(ref int slot) => Interlocked.Increment(ref slot);
    }

    [Litmus("1", "2")]
    private static string Increment_beside_a_plain_one()
    {
        var n = 0;
        Crew.Together(() => Interlocked.Increment(ref n), () => n++);
        return $"{n}";
    }

    [Litmus("1", "2")]
    private static string Exchange_of_a_value_read_before()
    {
        var n = 0;
        Crew.Together(() => Interlocked.Exchange(ref n, n + 1), () => Interlocked.Exchange(ref n, n + 1));
        return $"{n}";
    }

    [Litmus("1", "2")]
    private static string Look_then_increment()
    {
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            if (Volatile.Read(ref n) == 0) Interlocked.Increment(ref n);
        }
    }

    [Litmus("0,0", "0,1", "1,0", "1,1")]
    private static string Two_atomics_are_not_one()
    {
        var jar = new Jar();
        var seen = "";
        Crew.Together(
            () =>
            {
                Interlocked.Increment(ref jar.Plums);
                Interlocked.Increment(ref jar.Pears);
            },
            () => seen = $"{jar.Plums},{jar.Pears}");
        return seen;
    }

    [Litmus("2,7,7", "7,5,7")]
    private static string Add_answers_the_new_value()
    {
        int n = 0, first = 0, second = 0;
        Crew.Together(() => first = Interlocked.Add(ref n, 2), () => second = Interlocked.Add(ref n, 5));
        return $"{first},{second},{n}";
    }

    [Litmus("0,1,2", "2,0,1")]
    private static string Exchange_answers_the_old_value()
    {
        int n = 0, first = 0, second = 0;
        Crew.Together(() => first = Interlocked.Exchange(ref n, 1), () => second = Interlocked.Exchange(ref n, 2));
        return $"{first},{second},{n}";
    }

    [Litmus("one winner")]
    private static string Exchange_of_a_flag_has_one_winner()
    {
        int taken = 0, winners = 0;
        Crew.Together(Take, Take, Take);
        return winners == 1 ? "one winner" : $"{winners} winners";

        void Take()
        {
            if (Interlocked.Exchange(ref taken, 1) == 0) winners++;
        }
    }

    [Litmus("0,1,1", "2,0,2")]
    private static string CompareExchange_has_one_winner()
    {
        int n = 0, first = 0, second = 0;
        Crew.Together(
            () => first = Interlocked.CompareExchange(ref n, 1, 0),
            () => second = Interlocked.CompareExchange(ref n, 2, 0));
        return $"{first},{second},{n}";
    }

    [Litmus("2")]
    private static string CompareExchange_in_a_loop()
    {
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            int seen;
            do
            {
                seen = n;
            }
            while (Interlocked.CompareExchange(ref n, seen + 1, seen) != seen);
        }
    }

    [Litmus("1", "2")]
    private static string CompareExchange_tried_once()
    {
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            var seen = n;
            Interlocked.CompareExchange(ref n, seen + 1, seen);
        }
    }

    // A stack of plate 1 on plate 2. Both are taken and plate 1 is put back: the value is what it was, so the exchange
    // succeeds, and plate 2 is on the stack although somebody has it ("2,True").
    [Litmus("0,False", "2,False", "0,True", "1,True", "2,True")]
    private static string CompareExchange_does_not_see_a_change_and_back()
    {
        var top = 1;
        int[] below = [0, 2, 0];
        var hasPlateTwo = false;
        Crew.Together(
            () =>
            {
                var seen = top;
                var next = below[seen];
                Interlocked.CompareExchange(ref top, next, seen);
            },
            () =>
            {
                if (Interlocked.CompareExchange(ref top, 2, 1) != 1) return;
                if (Interlocked.CompareExchange(ref top, 0, 2) != 2) return;
                hasPlateTwo = true;
                below[1] = 0;
                Interlocked.CompareExchange(ref top, 1, 0);
            });
        return $"{top},{hasPlateTwo}";
    }

    [Litmus("one cake")]
    private static string CompareExchange_of_a_reference()
    {
        object? cake = null;
        object? first = null, second = null;
        Crew.Together(() => first = Bake(), () => second = Bake());
        return first == second ? "one cake" : "two cakes";

        object Bake()
        {
            var mine = new object();
            return Interlocked.CompareExchange(ref cake, mine, null) ?? mine;
        }
    }

    [Litmus("0,soup,tea", "tea,0,soup")]
    private static string Exchange_of_a_reference()
    {
        string dish = "0", first = "", second = "";
        Crew.Together(() => first = Interlocked.Exchange(ref dish, "soup"), () => second = Interlocked.Exchange(ref dish, "tea"));
        return $"{first},{second},{dish}";
    }

    [Litmus("0", "-1")]
    private static string Read_and_Exchange_of_a_long()
    {
        long n = 0, seen = 5;
        Crew.Together(() => Interlocked.Exchange(ref n, -1), () => seen = Interlocked.Read(ref n));
        return $"{seen}";
    }

    [Litmus("3")]
    private static string Or_sets_bits()
    {
        var n = 0;
        Crew.Together(() => Interlocked.Or(ref n, 1), () => Interlocked.Or(ref n, 2));
        return $"{n}";
    }

    [Litmus("3,1,0", "2,3,0")]
    private static string And_answers_the_old_value()
    {
        int n = 3, first = 0, second = 0;
        Crew.Together(() => first = Interlocked.And(ref n, 1), () => second = Interlocked.And(ref n, 2));
        return $"{first},{second},{n}";
    }

    [Litmus("0,1", "1,0", "1,1")]
    private static string MemoryBarrier_between_a_write_and_a_read()
    {
        var jar = new Jar();
        int first = 0, second = 0;
        Crew.Together(
            () =>
            {
                jar.Plums = 1;
                Interlocked.MemoryBarrier();
                first = jar.Pears;
            },
            () =>
            {
                jar.Pears = 1;
                Thread.MemoryBarrier();
                second = jar.Plums;
            });
        return $"{first},{second}";
    }

    private sealed class Jar
    {
        public int Plums;
        public int Pears;
    }
}
