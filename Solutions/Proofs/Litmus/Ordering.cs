namespace Proofs.Litmus;

/// <summary>
/// The classical shapes of memory-model tests. The explorer is sequentially consistent, so each has exactly the
/// outcomes that some interleaving explains. Hardware may add to them: no koan may rest on its absence.
/// </summary>
internal static class Ordering
{
    [Litmus("nothing", "1")]
    private static string Message_passing()
    {
        var pass = new Pass();
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                pass.X = 1;
                pass.Y = 1;
            },
            () =>
            {
                if (pass.Y == 1) seen = $"{pass.X}";
            });
        return seen;
    }

    [Litmus("nothing", "0", "1")]
    private static string Message_passing_the_wrong_way_round()
    {
        var pass = new Pass();
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                pass.Y = 1;
                pass.X = 1;
            },
            () =>
            {
                if (pass.Y == 1) seen = $"{pass.X}";
            });
        return seen;
    }

    [Litmus("0,1", "1,0", "1,1")]
    private static string Store_buffering()
    {
        var pass = new Pass();
        int first = 0, second = 0;
        Crew.Together(
            () =>
            {
                pass.X = 1;
                first = pass.Y;
            },
            () =>
            {
                pass.Y = 1;
                second = pass.X;
            });
        return $"{first},{second}";
    }

    [Litmus("0,0", "0,1", "1,0")]
    private static string Load_buffering()
    {
        var pass = new Pass();
        int first = 0, second = 0;
        Crew.Together(
            () =>
            {
                first = pass.Y;
                pass.X = 1;
            },
            () =>
            {
                second = pass.X;
                pass.Y = 1;
            });
        return $"{first},{second}";
    }

    [Litmus("0,0", "0,1", "1,1")]
    private static string Reading_one_place_twice()
    {
        var pass = new Pass();
        int first = 0, second = 0;
        Crew.Together(
            () => pass.X = 1,
            () =>
            {
                first = pass.X;
                second = pass.X;
            });
        return $"{first},{second}";
    }

    // Never 1,1: that would need each thread's second write to come before the other's first.
    [Litmus("1,2", "2,1", "2,2")]
    private static string Writing_two_places_crosswise()
    {
        var pass = new Pass();
        Crew.Together(
            () =>
            {
                pass.X = 1;
                pass.Y = 2;
            },
            () =>
            {
                pass.Y = 1;
                pass.X = 2;
            });
        return $"{pass.X},{pass.Y}";
    }

    [Litmus("0,0,0", "1,0,0", "1,1,1")]
    private static string Write_to_read_causality()
    {
        var pass = new Pass();
        int saw = 0, told = 0, found = 0;
        Crew.Together(
            () => pass.X = 1,
            () =>
            {
                saw = pass.X;
                if (saw == 1) pass.Y = 1;
            },
            () =>
            {
                told = pass.Y;
                if (told == 1) found = pass.X;
            });
        return $"{saw},{told},{found}";
    }

    // All but 1,0,1,0: the two readers agree on which write came first.
    [Litmus(
        "0,0,0,0", "0,0,0,1", "0,0,1,0", "0,0,1,1", "0,1,0,0", "0,1,0,1", "0,1,1,0", "0,1,1,1",
        "1,0,0,0", "1,0,0,1", "1,0,1,1", "1,1,0,0", "1,1,0,1", "1,1,1,0", "1,1,1,1")]
    private static string Independent_readers_of_independent_writes()
    {
        var pass = new Pass();
        int a = 0, b = 0, c = 0, d = 0;
        Crew.Together(
            () => pass.X = 1,
            () => pass.Y = 1,
            () =>
            {
                a = pass.X;
                b = pass.Y;
            },
            () =>
            {
                c = pass.Y;
                d = pass.X;
            });
        return $"{a},{b},{c},{d}";
    }

    [Litmus("1", "2", "3")]
    private static string Three_increments()
    {
        var pass = new Pass();
        Crew.Together(() => pass.X++, () => pass.X++, () => pass.X++);
        return $"{pass.X}";
    }

    // A textbook surprise: three increments each, and the total can still be 2.
    [Litmus("2", "3", "4", "5", "6")]
    private static string Two_threads_with_three_increments_each()
    {
        var pass = new Pass();
        Crew.Together(() => AddThree(pass), () => AddThree(pass));
        return $"{pass.X}";
    }

    private static void AddThree(Pass pass)
    {
        pass.X++;
        pass.X++;
        pass.X++;
    }

    private sealed class Pass
    {
        public int X;
        public int Y;
    }
}
