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

    [Litmus("old", "new", "torn")]
    private static string Struct_with_references_is_copied_field_by_field()
    {
        var kitchen = new Kitchen();
        var seen = "";
        Crew.Together(() => kitchen.Order = new Order("soup", 5), () => seen = Say(kitchen.Order));
        return seen;
    }

    // What is read in one order of the fields may be written in another, so every mixture of old and new can be seen.
    [Litmus("---", "s--", "-i-", "--n", "si-", "s-n", "-in", "sin")]
    private static string Struct_of_three_references_is_copied_in_three_parts()
    {
        var kitchen = new Kitchen();
        var seen = "";
        Crew.Together(
            () => kitchen.Dinner = ("s", "i", "n"),
            () =>
            {
                var (first, second, third) = kitchen.Dinner;
                seen = (first ?? "-") + (second ?? "-") + (third ?? "-");
            });
        return seen;
    }

    [Litmus("old", "new", "torn")]
    private static string Struct_with_references_in_an_array()
    {
        var orders = new Order[1];
        var seen = "";
        Crew.Together(() => orders[0] = new Order("soup", 5), () => seen = Say(orders[0]));
        return seen;
    }

    [Litmus("old", "new", "torn")]
    private static string Struct_with_references_behind_a_reference()
    {
        var orders = new Order[1];
        var seen = "";
        Crew.Together(() => Put(ref orders[0], new Order("soup", 5)), () => seen = Say(orders[0]));
        return seen;
    }

    [Litmus("old", "new")]
    private static string Struct_with_references_under_a_lock()
    {
        var kitchen = new Kitchen();
        var seen = "";
        Crew.Together(
            () =>
            {
                lock (kitchen) kitchen.Order = new Order("soup", 5);
            },
            () =>
            {
                lock (kitchen) seen = Say(kitchen.Order);
            });
        return seen;
    }

    [Litmus("old", "new", "torn")]
    private static string Struct_with_a_struct_with_references()
    {
        var kitchen = new Kitchen();
        var seen = "";
        Crew.Together(
            () => kitchen.Bill = new KeyValuePair<string, Order>("table 1", new Order("soup", 5)),
            () => seen = kitchen.Bill switch
            {
                { Key: null, Value.Dish: null } => "old",
                { Key: "table 1", Value: { Dish: "soup", Table: 5 } } => "new",
                _ => "torn",
            });
        return seen;
    }

    // Two fields in one word: no machine that .NET runs on can tear them.
    [Litmus("old", "new")]
    private static string Struct_of_one_word()
    {
        var kitchen = new Kitchen();
        var seen = "";
        Crew.Together(
            () => kitchen.Scale = new Scale { Grams = 1, Tare = 1 },
            () => seen = kitchen.Scale switch { { Grams: 0, Tare: 0 } => "old", { Grams: 1, Tare: 1 } => "new", _ => "torn" });
        return seen;
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Struct_with_references_that_nothing_orders()
    {
        var kitchen = new Kitchen();
        Crew.Together(() => kitchen.Order = new Order("soup", 5), () => Say(kitchen.Order));
        return "seen";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Struct_that_is_cleared()
    {
        var kitchen = new Kitchen();
        Crew.Together(() => kitchen.Order = default, () => Say(kitchen.Order));
        return "seen";
    }

    [Litmus("5", "none", "gone")]
    private static string Nullable_that_is_looked_at_twice()
    {
        var kitchen = new Kitchen { Guests = 5 };
        var seen = "";
        Crew.Together(
            () => kitchen.Guests = null,
            () => seen = !kitchen.Guests.HasValue ? "none" : kitchen.Guests.GetValueOrDefault() == 5 ? "5" : "gone");
        return seen;
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Number_that_is_written_as_text()
    {
        var kitchen = new Kitchen();
        Crew.Together(() => kitchen.Grains = 1, () => kitchen.Grains.ToString());
        return "seen";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Item_of_a_generic_type_that_is_taken_away()
    {
        var shelf = new Shelf<int>();
        Crew.Together(shelf.Clear, () => shelf.Holds(5));
        return "seen";
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
        public Order Order;
        public (string?, string?, string?) Dinner;
        public KeyValuePair<string, Order> Bill;
        public int? Guests;
    }

    private static string Say(Order order) => order switch
    {
        { Dish: null, Table: 0 } => "old",
        { Dish: "soup", Table: 5 } => "new",
        _ => "torn",
    };

    private static void Put(ref Order place, Order order) => place = order;

    private sealed class Shelf<T>
    {
        private T? _item;

        public void Clear() => _item = default;

        public bool Holds(T item) => Equals(_item, item);
    }

    private struct Scale
    {
        public int Grams;
        public int Tare;

        public void Weigh() => Grams++;
    }

    private readonly record struct Price(long Coins, long Tax);

    private readonly record struct Order(string Dish, int Table);
}
