namespace Proofs.Litmus;

/// <summary>Values that are wider than a word, or that lie inside an object.</summary>
internal static class Structs
{
    [Litmus("1", "2")]
    private static string Field_of_a_struct_in_a_class()
    {
        var kitchen = new Kitchen();
        Crew.Together(() => kitchen.Scale.Grams++, () => kitchen.Scale.Grams++);
        return $"{kitchen.Scale.Grams}";
    }

    [Litmus("1,1")]
    private static string Two_fields_of_a_struct_in_a_class()
    {
        var kitchen = new Kitchen();
        Crew.Together(() => kitchen.Scale.Grams++, () => kitchen.Scale.Tare++);
        return $"{kitchen.Scale.Grams},{kitchen.Scale.Tare}";
    }

    [Litmus("1", "2")]
    private static string Method_that_changes_its_own_struct()
    {
        var kitchen = new Kitchen();
        Crew.Together(() => kitchen.Scale.Weigh(), () => kitchen.Scale.Grams++);
        return $"{kitchen.Scale.Grams}";
    }

    [Litmus("1", "2")]
    private static string Struct_in_an_array()
    {
        var scales = new Scale[2];
        Crew.Together(() => scales[1].Weigh(), () => scales[1].Grams++);
        return $"{scales[1].Grams}";
    }

    [Litmus("1,1")]
    private static string Two_structs_in_an_array()
    {
        var scales = new Scale[2];
        Crew.Together(() => scales[0].Weigh(), () => scales[1].Weigh());
        return $"{scales[0].Grams},{scales[1].Grams}";
    }

    // Each thread changes a copy of its own.
    [Litmus("0")]
    private static string Copy_of_a_struct()
    {
        var kitchen = new Kitchen();
        Crew.Together(() => ChangeACopy(kitchen.Scale), () => ChangeACopy(kitchen.Scale));
        return $"{kitchen.Scale.Grams}";
    }

    [Litmus("old", "new", "torn")]
    private static string Wide_struct_is_copied_in_parts()
    {
        var kitchen = new Kitchen();
        var seen = "";
        Crew.Together(() => kitchen.Price = new Price(1, 1), () => seen = Say(kitchen.Price));
        return seen;
    }

    [Litmus("old", "new")]
    private static string Wide_struct_under_a_lock()
    {
        var kitchen = new Kitchen();
        var seen = "";
        Crew.Together(
            () =>
            {
                lock (kitchen) kitchen.Price = new Price(1, 1);
            },
            () =>
            {
                lock (kitchen) seen = Say(kitchen.Price);
            });
        return seen;
    }

    [Litmus("old", "new", "torn")]
    private static string Wide_struct_in_an_array()
    {
        var prices = new Price[1];
        var seen = "";
        Crew.Together(() => prices[0] = new Price(1, 1), () => seen = Say(prices[0]));
        return seen;
    }

    [Litmus("old", "new", "torn")]
    private static string Decimal_is_copied_in_parts()
    {
        var kitchen = new Kitchen();
        var seen = "";
        Crew.Together(
            () => kitchen.Total = decimal.MaxValue,
            () => seen = kitchen.Total switch { 0 => "old", decimal.MaxValue => "new", _ => "torn" });
        return seen;
    }

    // On the 64-bit machines that .NET runs on; on 32 bit it could be torn.
    [Litmus("old", "new")]
    private static string Long_is_copied_at_once()
    {
        var kitchen = new Kitchen();
        var seen = "";
        Crew.Together(() => kitchen.Grains = -1, () => seen = kitchen.Grains switch { 0 => "old", -1 => "new", _ => "torn" });
        return seen;
    }

    [Litmus("old", "new")]
    private static string Reference_is_copied_at_once()
    {
        var kitchen = new Kitchen();
        var seen = "";
        Crew.Together(() => kitchen.Menu = "soup", () => seen = kitchen.Menu is null ? "old" : "new");
        return seen;
    }

    private static void ChangeACopy(Scale scale) => scale.Grams++;

    private static string Say(Price price) => price switch
    {
        { Coins: 0, Tax: 0 } => "old",
        { Coins: 1, Tax: 1 } => "new",
        _ => "torn",
    };

    private sealed class Kitchen
    {
        public Scale Scale;
        public Price Price;
        public decimal Total;
        public long Grains;
        public string? Menu;
    }

    private struct Scale
    {
        public int Grams;
        public int Tare;

        public void Weigh() => Grams++;
    }

    private readonly record struct Price(long Coins, long Tax);
}
