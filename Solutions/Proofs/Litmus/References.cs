namespace Proofs.Litmus;

/// <summary>A <c>ref</c> is the place it points to, however it came about.</summary>
internal static class References
{
    private static int s_plums;

    [Litmus("1", "2")]
    private static string To_a_field()
    {
        var jar = new Jar();
        Crew.Together(() => AddOne(ref jar.Plums), () => AddOne(ref jar.Plums));
        return $"{jar.Plums}";
    }

    [Litmus("1", "2")]
    private static string To_a_field_that_another_thread_uses_by_name()
    {
        var jar = new Jar();
        Crew.Together(() => AddOne(ref jar.Plums), () => jar.Plums++);
        return $"{jar.Plums}";
    }

    [Litmus("1,1")]
    private static string To_two_fields()
    {
        var jar = new Jar();
        Crew.Together(() => AddOne(ref jar.Plums), () => AddOne(ref jar.Pears));
        return $"{jar.Plums},{jar.Pears}";
    }

    [Litmus("1", "2")]
    private static string To_a_static_field()
    {
        Crew.Together(() => AddOne(ref s_plums), () => s_plums++);
        return $"{s_plums}";
    }

    [Litmus("1", "2")]
    private static string To_an_element()
    {
        var plums = new int[2];
        Crew.Together(() => AddOne(ref plums[1]), () => plums[1]++);
        return $"{plums[1]}";
    }

    [Litmus("1", "2")]
    private static string To_an_element_of_a_table()
    {
        var plums = new int[2, 2];
        Crew.Together(() => AddOne(ref plums[0, 1]), () => plums[0, 1]++);
        return $"{plums[0, 1]}";
    }

    [Litmus("1", "2")]
    private static string Through_a_span()
    {
        var plums = new int[2];
        Crew.Together(() => AddOneAt(plums, 1), () => plums[1]++);
        return $"{plums[1]}";
    }

    [Litmus("1", "2")]
    private static string To_a_captured_local()
    {
        var plums = 0;
        Crew.Together(() => AddOne(ref plums), () => plums++);
        return $"{plums}";
    }

    [Litmus("2")]
    private static string To_a_local_of_each_thread()
    {
        int first = 0, second = 0;
        Crew.Together(
            () =>
            {
                var mine = 0;
                AddOne(ref mine);
                first = mine;
            },
            () =>
            {
                var mine = 0;
                AddOne(ref mine);
                second = mine;
            });
        return $"{first + second}";
    }

    [Litmus("1", "2")]
    private static string Kept_in_a_ref_local()
    {
        var jar = new Jar();
        Crew.Together(
            () =>
            {
                ref var plums = ref jar.Plums;
                plums++;
            },
            () => jar.Plums++);
        return $"{jar.Plums}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string To_a_local_or_a_field()
    {
        var jar = new Jar();
        Crew.Together(
            () =>
            {
                (int, int) mine = (1, 1);
                (jar.Plums > 0 ? ref mine : ref jar.Pair) = default;
            },
            () => jar.Pair.Item1 = 1);
        return "fine";
    }

    [Litmus("1", "2")]
    private static string Returned_by_a_method()
    {
        var jar = new Jar();
        Crew.Together(() => jar.Slot()++, () => jar.Slot()++);
        return $"{jar.Plums}";
    }

    [Litmus("1", "2")]
    private static string Inside_a_ref_struct()
    {
        var jar = new Jar();
        Crew.Together(() => new Spoon(ref jar.Plums).AddOne(), () => jar.Plums++);
        return $"{jar.Plums}";
    }

    [Litmus("0", "5", "6")]
    private static string Out_parameter_that_is_a_field()
    {
        var jar = new Jar();
        var seen = 0;
        Crew.Together(() => FillTwice(out jar.Plums), () => seen = jar.Plums);
        return $"{seen}";
    }

    [Litmus("0,0", "0,1", "1,1")]
    private static string In_parameter_that_is_a_field()
    {
        var jar = new Jar();
        var seen = "";
        Crew.Together(() => jar.Plums = 1, () => seen = LookTwice(in jar.Plums));
        return seen;
    }

    [Litmus("first", "second")]
    private static string Of_a_type_parameter()
    {
        var jar = new Jar();
        Crew.Together(() => Put(ref jar.Label, "first"), () => Put(ref jar.Label, "second"));
        return jar.Label;
    }

    [Litmus("first,first", "first,second", "second,second")]
    private static string Read_through_a_type_parameter()
    {
        var jar = new Jar { Label = "first" };
        var seen = "";
        Crew.Together(() => jar.Label = "second", () => seen = $"{Get(ref jar.Label)},{Get(ref jar.Label)}");
        return seen;
    }

    [Litmus("1", "2")]
    private static string Of_a_byte()
    {
        var small = new byte[1];
        Crew.Together(() => AddOne(ref small[0]), () => small[0]++);
        return $"{small[0]}";
    }

    [Litmus("1", "2")]
    private static string Of_a_long()
    {
        var jar = new Jar();
        Crew.Together(() => AddOne(ref jar.Grains), () => jar.Grains++);
        return $"{jar.Grains}";
    }

    [Litmus("1", "2")]
    private static string Of_a_double()
    {
        var jar = new Jar();
        Crew.Together(() => AddOne(ref jar.Litres), () => jar.Litres++);
        return $"{jar.Litres}";
    }

    private static void AddOne(ref int slot) => slot++;

    private static void AddOne(ref byte slot) => slot++;

    private static void AddOne(ref long slot) => slot++;

    private static void AddOne(ref double slot) => slot++;

    private static void AddOneAt(Span<int> slots, int index) => slots[index]++;

    private static void Put<T>(ref T slot, T value) => slot = value;

    private static T Get<T>(ref T slot) => slot;

    private static string LookTwice(in int slot)
    {
        var before = slot;
        return $"{before},{slot}";
    }

    private static void FillTwice(out int slot)
    {
        slot = 5;
        slot = 6;
    }

    private sealed class Jar
    {
        public int Plums;
        public int Pears;
        public (int, int) Pair;
        public long Grains;
        public double Litres;
        public string Label = "";

        public ref int Slot() => ref Plums;
    }

    private ref struct Spoon(ref int slot)
    {
        private readonly ref int _slot = ref slot;

        public readonly void AddOne() => _slot++;
    }
}
