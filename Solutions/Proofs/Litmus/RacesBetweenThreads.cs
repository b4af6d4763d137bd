namespace Proofs.Litmus;

/// <summary>Data races: plain accesses of every kind, and the orders that threads get from starting and joining.</summary>
internal static class RacesBetweenThreads
{
    [Litmus("data race", ForbidDataRaces = true)]
    private static string Two_writes_of_a_field()
    {
        var box = new Box();
        Crew.Together(() => box.Value = 1, () => box.Value = 1);
        return $"{box.Value}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_write_and_a_read_of_a_field()
    {
        var box = new Box();
        var seen = 0;
        Crew.Together(() => box.Value = 1, () => seen = box.Value * 0);
        return $"{seen}";
    }

    [Litmus("0", ForbidDataRaces = true)]
    private static string Two_reads_of_a_field()
    {
        var box = new Box();
        int one = 0, two = 0;
        Crew.Together(() => one = box.Value, () => two = box.Value);
        return $"{one + two}";
    }

    [Litmus("3", ForbidDataRaces = true)]
    private static string Two_fields()
    {
        var box = new Box();
        Crew.Together(() => box.Value = 1, () => box.Other = 2);
        return $"{box.Value + box.Other}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_static()
    {
        Crew.Together(() => Box.Shared = 1, () => Box.Shared = 2);
        return "no race";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string One_element()
    {
        var slots = new int[2];
        Crew.Together(() => slots[1] = 1, () => slots[1] = 1);
        return $"{slots[1]}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Two_elements()
    {
        var slots = new int[2];
        Crew.Together(() => slots[0] = 1, () => slots[1] = 1);
        return $"{slots[0] + slots[1]}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_captured_local()
    {
        var n = 0;
        Crew.Together(() => n++, () => n = 1);
        return "no race";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Through_a_reference()
    {
        var box = new Box();
        Crew.Together(() => Set(ref box.Value), () => Set(ref box.Value));
        return $"{box.Value}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_wide_struct()
    {
        var price = 1m;
        Crew.Together(() => price = 2m, () => price = 2m);
        return $"{price}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string One_field_of_a_struct()
    {
        var box = new Box();
        Crew.Together(() => box.Pair.Left = 1, () => box.Pair.Left = 1);
        return $"{box.Pair.Left}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Two_fields_of_a_struct()
    {
        var box = new Box();
        Crew.Together(() => box.Pair.Left = 1, () => box.Pair.Right = 1);
        return $"{box.Pair.Left + box.Pair.Right}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_struct_and_one_of_its_fields()
    {
        var box = new Box();
        Crew.Together(() => box.Pair.Left = 1, () => box.Pair = new Pair { Left = 1 });
        return $"{box.Pair.Left}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Before_the_start_and_after_the_join()
    {
        var box = new Box { Value = 1 };
        Crew.Alone(() => box.Value++);
        return $"{box.Value}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string After_the_start()
    {
        var box = new Box();
        var thread = new Thread(() => box.Value = 1);
        thread.Start();
        box.Value = 1;
        thread.Join();
        return $"{box.Value}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Before_the_join()
    {
        var box = new Box();
        var thread = new Thread(() => box.Value = 1);
        thread.Start();
        var seen = box.Value * 0;
        thread.Join();
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_join_of_another_thread()
    {
        var box = new Box();
        var one = new Thread(() => box.Value = 1);
        var two = new Thread(() => { });
        one.Start();
        two.Start();
        two.Join();
        var seen = box.Value * 0;
        one.Join();
        return $"{seen}";
    }

    [Litmus("data race", "joined 1", ForbidDataRaces = true)]
    private static string A_join_that_gives_up()
    {
        var box = new Box();
        var thread = new Thread(() => box.Value = 1);
        thread.Start();
        var joined = thread.Join(10);
        var seen = box.Value;
        thread.Join();
        return $"{(joined ? "joined" : "gave up")} {seen}";
    }

    [Litmus("dead 1", "alive", ForbidDataRaces = true)]
    private static string Looking_whether_it_is_alive()
    {
        var box = new Box();
        var thread = new Thread(() => box.Value = 1);
        thread.Start();
        var seen = thread.IsAlive ? "alive" : $"dead {box.Value}";
        thread.Join();
        return seen;
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string A_grandchild()
    {
        var box = new Box { Value = 1 };
        Crew.Alone(() => Crew.Alone(() => box.Value++));
        return $"{box.Value}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_sleep_orders_nothing()
    {
        var box = new Box();
        var seen = 0;
        Crew.Together(() => box.Value = 1, () =>
        {
            Thread.Sleep(1000);
            seen = box.Value * 0;
        });
        return $"{seen}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string A_read_only_field()
    {
        var sign = new Sign(1);
        int one = 0, two = 0;
        Crew.Together(() => one = sign.Number, () => two = sign.Number * 0);
        return $"{one + two}";
    }

    [Litmus("1 1", ForbidDataRaces = true)]
    private static string A_static_initialiser()
    {
        int one = 0, two = 0;
        Crew.Together(() => one = Late.Value, () => two = Late.Value);
        return $"{one} {two}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string A_thread_static_and_a_thread_local()
    {
        using var local = new ThreadLocal<int>(() => 0);
        int one = 0, two = 0;
        Crew.Together(
            () =>
            {
                Box.Mine = 1;
                local.Value = 1;
                one = Box.Mine;
            },
            () =>
            {
                Box.Mine = 1;
                local.Value = 1;
                two = Box.Mine;
            });
        return $"{one + two}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_thread_local_orders_nothing()
    {
        using var local = new ThreadLocal<int>(() => 0);
        var box = new Box();
        Crew.Together(
            () =>
            {
                box.Value = 1;
                local.Value = 1;
            },
            () =>
            {
                local.Value = 1;
                box.Value = 1;
            });
        return $"{box.Value}";
    }

    private static void Set(ref int place) => place = 1;

    private sealed class Box
    {
        [ThreadStatic]
        public static int Mine;

        public static int Shared;

        public int Value, Other;

        public Pair Pair;
    }

    private struct Pair
    {
        public int Left, Right;
    }

    private sealed class Sign(int number)
    {
        public readonly int Number = number;
    }

    private static class Late
    {
        public static int Value = 1;
    }
}
