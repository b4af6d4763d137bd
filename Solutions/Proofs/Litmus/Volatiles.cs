namespace Proofs.Litmus;

/// <summary><c>volatile</c> and <see cref="System.Threading.Volatile"/>: they order, they do not make two steps one.</summary>
internal static class Volatiles
{
    [Litmus("nothing", "1")]
    private static string Publishing_with_a_volatile_field()
    {
        var pass = new Pass();
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                pass.Ready = true;
            },
            () =>
            {
                if (pass.Ready) seen = $"{pass.Dish}";
            });
        return seen;
    }

    [Litmus("nothing", "1")]
    private static string Publishing_with_Volatile()
    {
        var pass = new Pass();
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                pass.Dish = 1;
                Volatile.Write(ref pass.Bell, 1);
            },
            () =>
            {
                if (Volatile.Read(ref pass.Bell) == 1) seen = $"{pass.Dish}";
            });
        return seen;
    }

    [Litmus("nothing", "0", "1")]
    private static string Publishing_before_the_work_is_done()
    {
        var pass = new Pass();
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                pass.Ready = true;
                pass.Dish = 1;
            },
            () =>
            {
                if (pass.Ready) seen = $"{pass.Dish}";
            });
        return seen;
    }

    [Litmus("nothing", "soup")]
    private static string Publishing_an_object()
    {
        string? dish = null;
        var seen = "nothing";
        Crew.Together(() => Volatile.Write(ref dish, "soup"), () => seen = Volatile.Read(ref dish) ?? "nothing");
        return seen;
    }

    [Litmus("1", "2")]
    private static string Increment_of_a_volatile_field()
    {
        var pass = new Pass();
        Crew.Together(() => pass.Count++, () => pass.Count++);
        return $"{pass.Count}";
    }

    [Litmus("1", "2")]
    private static string Increment_with_Read_and_Write()
    {
        var n = 0;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add() => Volatile.Write(ref n, Volatile.Read(ref n) + 1);
    }

    [Litmus("2")]
    private static string Interlocked_increment_of_a_volatile_field()
    {
        var pass = new Pass();
        Crew.Together(() => Interlocked.Increment(ref pass.Count), () => Interlocked.Increment(ref pass.Count));
        return $"{pass.Count}";
    }

    [Litmus("1", "2")]
    private static string Static_volatile_field()
    {
        Crew.Together(() => Pass.Guests++, () => Pass.Guests++);
        return $"{Pass.Guests}";
    }

    [Litmus("1", "2")]
    private static string Volatile_beside_plain()
    {
        var pass = new Pass();
        Crew.Together(() => Volatile.Write(ref pass.Bell, Volatile.Read(ref pass.Bell) + 1), () => pass.Bell++);
        return $"{pass.Bell}";
    }

    private sealed class Pass
    {
        public static volatile int Guests;
        public volatile bool Ready;
        public volatile int Count;
        public int Bell;
        public int Dish;
    }
}
