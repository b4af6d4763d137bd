using System.Collections.Concurrent;

namespace Proofs.Litmus;

/// <summary>Concurrent dictionary: what it does in one step, and what its callers do between two.</summary>
internal static class ConcurrentDictionaries
{
    [Litmus("a", "b")]
    private static string TryAdd_has_one_winner()
    {
        var menu = new ConcurrentDictionary<string, string>();
        bool first = false, second = false;
        Crew.Together(() => first = menu.TryAdd("dish", "a"), () => second = menu.TryAdd("dish", "b"));
        return first == second ? "no single winner" : menu["dish"];
    }

    [Litmus("1", "2")]
    private static string Reading_then_writing_a_value()
    {
        var menu = new ConcurrentDictionary<string, int> { ["soup"] = 0 };
        Crew.Together(() => menu["soup"] = menu["soup"] + 1, () => menu["soup"]++);
        return $"{menu["soup"]}";
    }

    [Litmus("1", "2")]
    private static string ContainsKey_then_TryAdd_of_a_number()
    {
        var menu = new ConcurrentDictionary<string, int>();
        var bakings = 0;
        Crew.Together(Bake, Bake);
        return $"{bakings}";

        void Bake()
        {
            if (menu.ContainsKey("cake")) return;
            Interlocked.Increment(ref bakings);
            menu.TryAdd("cake", 1);
        }
    }

    [Litmus("1 baked, one cake", "2 baked, one cake")]
    private static string GetOrAdd_may_run_its_factory_twice()
    {
        var menu = new ConcurrentDictionary<string, object>();
        var bakings = 0;
        object? first = null, second = null;
        Crew.Together(() => first = menu.GetOrAdd("cake", Bake), () => second = menu.GetOrAdd("cake", Bake));
        return $"{bakings} baked, {(first == second ? "one cake" : "two cakes")}";

        object Bake(string key)
        {
            Interlocked.Increment(ref bakings);
            return new object();
        }
    }

    [Litmus("a,a", "b,b")]
    private static string GetOrAdd_of_a_value()
    {
        var menu = new ConcurrentDictionary<string, string>();
        string first = "", second = "";
        Crew.Together(() => first = menu.GetOrAdd("dish", "a"), () => second = menu.GetOrAdd("dish", "b"));
        return $"{first},{second}";
    }

    // The result is right in every order; that the update may be computed again is the price.
    [Litmus("2, computed 2 times", "2, computed 3 times")]
    private static string AddOrUpdate_may_run_its_update_again()
    {
        var menu = new ConcurrentDictionary<string, int> { ["soup"] = 0 };
        var computed = 0;
        Crew.Together(Order, Order);
        return $"{menu["soup"]}, computed {computed} times";

        void Order() => menu.AddOrUpdate("soup", 1, (_, n) =>
        {
            Interlocked.Increment(ref computed);
            return n + 1;
        });
    }

    [Litmus("2")]
    private static string AddOrUpdate_of_what_is_not_there()
    {
        var menu = new ConcurrentDictionary<string, int>();
        Crew.Together(Order, Order);
        return $"{menu["soup"]}";

        void Order() => menu.AddOrUpdate("soup", _ => 1, (_, n) => n + 1);
    }

    [Litmus("1", "2")]
    private static string TryUpdate_tried_once()
    {
        var menu = new ConcurrentDictionary<string, int> { ["soup"] = 0 };
        Crew.Together(Order, Order);
        return $"{menu["soup"]}";

        void Order()
        {
            var seen = menu["soup"];
            menu.TryUpdate("soup", seen + 1, seen);
        }
    }

    [Litmus("2")]
    private static string TryUpdate_in_a_loop()
    {
        var menu = new ConcurrentDictionary<string, int> { ["soup"] = 0 };
        Crew.Together(Order, Order);
        return $"{menu["soup"]}";

        void Order()
        {
            int seen;
            do
            {
                seen = menu["soup"];
            }
            while (!menu.TryUpdate("soup", seen + 1, seen));
        }
    }

    [Litmus("one winner")]
    private static string TryRemove_has_one_winner()
    {
        var menu = new ConcurrentDictionary<string, int> { ["soup"] = 1 };
        bool first = false, second = false;
        Crew.Together(() => first = menu.TryRemove("soup", out _), () => second = menu.TryRemove("soup", out _));
        return first ^ second ? "one winner" : "no single winner";
    }

    [Litmus("1", "KeyNotFoundException", "gone")]
    private static string ContainsKey_then_reading()
    {
        var menu = new ConcurrentDictionary<string, int> { ["soup"] = 1 };
        var seen = "gone";
        Crew.Together(
            () => menu.TryRemove("soup", out _),
            () =>
            {
                if (!menu.ContainsKey("soup")) return;
                seen = "1";
                if (Crew.Try(() => _ = menu["soup"]) is var problem && problem != "fine") seen = problem;
            });
        return seen;
    }

    [Litmus("nothing", "1")]
    private static string TryGetValue_while_another_adds()
    {
        var menu = new ConcurrentDictionary<string, int>();
        var seen = "";
        Crew.Together(() => menu["soup"] = 1, () => seen = menu.TryGetValue("soup", out var n) ? $"{n}" : "nothing");
        return seen;
    }

    [Litmus("2")]
    private static string Two_keys()
    {
        var menu = new ConcurrentDictionary<string, int>();
        Crew.Together(() => menu["soup"] = 1, () => menu["tea"] = 1);
        return $"{menu.Count}";
    }

    // No snapshot: what comes while somebody goes through it is met or not.
    [Litmus("1", "2")]
    private static string Going_through_it_while_another_adds()
    {
        var stock = new System.Collections.Concurrent.ConcurrentDictionary<int, int> { [1] = 1 };
        var met = 0;
        Crew.Together(
            () =>
            {
                foreach (var _ in stock) met++;
            },
            () => stock[2] = 1);
        return $"{met}";
    }
}
