namespace Proofs.Litmus;

/// <summary>
/// A plain list that is shared. Adding is modelled as: read the count, write the slot, write the count; so is its tear.
/// </summary>
internal static class Lists
{
    [Litmus("a,b", "b,a", "a", "b")]
    private static string Add_from_two_sides_loses_one()
    {
        var menu = new List<string>();
        Crew.Together(() => menu.Add("a"), () => menu.Add("b"));
        return string.Join(",", menu);
    }

    [Litmus("a,b", "b,a")]
    private static string Add_under_a_lock()
    {
        var menu = new List<string>();
        Crew.Together(() => AddUnder(menu, "a"), () => AddUnder(menu, "b"));
        return string.Join(",", menu);
    }

    [Litmus("1", "2", "3")]
    private static string Add_from_three_sides()
    {
        var menu = new List<string>();
        Crew.Together(() => menu.Add("a"), () => menu.Add("b"), () => menu.Add("c"));
        return $"{menu.Count}";
    }

    [Litmus("1,1")]
    private static string Add_to_two_lists()
    {
        List<string> mine = [], yours = [];
        Crew.Together(() => mine.Add("a"), () => yours.Add("b"));
        return $"{mine.Count},{yours.Count}";
    }

    [Litmus("0", "1")]
    private static string Count_while_another_adds()
    {
        var menu = new List<string>();
        var seen = 0;
        Crew.Together(() => menu.Add("a"), () => seen = menu.Count);
        return $"{seen}";
    }

    [Litmus("1", "2")]
    private static string Contains_then_Add()
    {
        var menu = new List<string>();
        Crew.Together(AddOnce, AddOnce);
        return $"{menu.Count}";

        void AddOnce()
        {
            if (!menu.Contains("a")) menu.Add("a");
        }
    }

    [Litmus("1")]
    private static string Contains_then_Add_under_a_lock()
    {
        var menu = new List<string>();
        Crew.Together(AddOnce, AddOnce);
        return $"{menu.Count}";

        void AddOnce()
        {
            lock (menu)
            {
                if (!menu.Contains("a")) menu.Add("a");
            }
        }
    }

    [Litmus("1", "2")]
    private static string Reading_then_writing_an_item()
    {
        var plums = new List<int> { 0 };
        Crew.Together(() => plums[0]++, () => plums[0]++);
        return $"{plums[0]}";
    }

    [Litmus("1 seen", "2 seen", "InvalidOperationException")]
    private static string Enumerating_while_another_adds()
    {
        var menu = new List<string> { "a" };
        var seen = "";
        Crew.Together(
            () => menu.Add("b"),
            () =>
            {
                var n = 0;
                var problem = Crew.Try(() =>
                {
                    foreach (var _ in menu) n++;
                });
                seen = problem == "fine" ? $"{n} seen" : problem;
            });
        return seen;
    }

    [Litmus("a", "ArgumentOutOfRangeException", "empty")]
    private static string Count_then_reading()
    {
        var menu = new List<string> { "a" };
        var seen = "empty";
        Crew.Together(
            () => menu.Clear(),
            () =>
            {
                if (menu.Count == 0) return;
                seen = "a";
                if (Crew.Try(() => _ = menu[0]) is var problem && problem != "fine") seen = problem;
            });
        return seen;
    }

    private static void AddUnder(List<string> menu, string dish)
    {
        lock (menu) menu.Add(dish);
    }

    [Litmus("0", "1")]
    private static string AddRange_looks_at_the_other_list()
    {
        List<int> orders = [], all = [];
        Crew.Together(() => all.AddRange(orders), () => orders.Add(1));
        return $"{all.Count}";
    }
}
