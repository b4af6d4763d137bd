using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Proofs.Litmus;

/// <summary>Data races: a plain collection is one place in memory, a concurrent one gives and takes.</summary>
internal static class RacesAndCollections
{
    [Litmus("data race", ForbidDataRaces = true)]
    private static string Two_adds()
    {
        var list = new List<int>();
        Crew.Together(() => list.Add(1), () => list.Add(1));
        return "no race";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Looking_while_another_adds()
    {
        var list = new List<int>();
        var seen = 0;
        Crew.Together(() => list.Add(1), () => seen = list.Count * 0);
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Copying_while_another_adds()
    {
        var list = new List<int>();
        var seen = 0;
        Crew.Together(() => list.Add(1), () => seen = list.ToArray().Length * 0);
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Copying_into_another_while_another_adds()
    {
        var list = new List<int>();
        var seen = 0;
        Crew.Together(() => list.Add(1), () => seen = new List<int>(list).Capacity * 0);
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Going_through_it_with_a_query_while_another_adds()
    {
        var list = new List<int>();
        var seen = 0;
        Crew.Together(() => list.Add(1), () => seen = list.Where(i => i > 9).Take(1).ToArray().Length);
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Joining_its_items_while_another_adds()
    {
        var list = new List<int>();
        var seen = 0;
        Crew.Together(() => list.Add(1), () => seen = string.Join(", ", list).Length * 0);
        return $"{seen}";
    }

    [Litmus("data race", "throws: Collection was modified; enumeration operation may not execute.", ForbidDataRaces = true)]
    private static string Going_through_a_dictionary_while_another_adds()
    {
        var table = new Dictionary<int, int>();
        var seen = 0;
        Crew.Together(
            () => table.Add(1, 1),
            () =>
            {
                foreach (var (_, value) in table) seen = value * 0;
            });
        return $"{seen}";
    }

    [Litmus("1 1", ForbidDataRaces = true)]
    private static string Two_looks()
    {
        var list = new List<int> { 1 };
        int one = 0, two = 0;
        Crew.Together(() => one = list.Count, () => two = list[0]);
        return $"{one} {two}";
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string All_under_one_lock()
    {
        var list = new List<int>();
        var seen = 0;
        Crew.Together(
            () =>
            {
                lock (list) list.Add(1);
            },
            () =>
            {
                lock (list) seen = list.Count * 0;
            });
        return $"{list.Count + seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Looking_under_another_lock()
    {
        var list = new List<int>();
        var gate = new object();
        var seen = 0;
        Crew.Together(
            () =>
            {
                lock (list) list.Add(1);
            },
            () =>
            {
                lock (gate) seen = list.Count * 0;
            });
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Looking_without_the_lock()
    {
        var list = new List<int>();
        var seen = 0;
        Crew.Together(
            () =>
            {
                lock (list) list.Add(1);
            },
            () => seen = list.Count * 0);
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string A_dictionary()
    {
        var table = new Dictionary<int, int>();
        Crew.Together(() => table[1] = 1, () => table.TryGetValue(1, out _));
        return "no race";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Known_by_an_interface()
    {
        ICollection<int> list = new List<int>();
        var seen = 0;
        Crew.Together(() => list.Add(1), () => seen = list.Count * 0);
        return $"{seen}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string Two_enqueues_of_a_concurrent_queue()
    {
        var queue = new ConcurrentQueue<int>();
        Crew.Together(() => queue.Enqueue(1), () => queue.Enqueue(1));
        return $"{queue.Count}";
    }

    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string Handed_over_in_a_concurrent_queue()
    {
        var queue = new ConcurrentQueue<Dish>();
        var seen = "nothing";
        Crew.Together(
            () => queue.Enqueue(new Dish { Number = 1 }),
            () =>
            {
                if (queue.TryDequeue(out var dish)) seen = $"{dish.Number}";
            });
        return seen;
    }

    [Litmus("nothing", "data race", ForbidDataRaces = true)]
    private static string Changed_after_it_was_handed_over()
    {
        var queue = new ConcurrentQueue<Dish>();
        var seen = "nothing";
        Crew.Together(
            () =>
            {
                var dish = new Dish { Number = 1 };
                queue.Enqueue(dish);
                dish.Number = 2;
            },
            () =>
            {
                if (queue.TryDequeue(out var dish)) seen = $"{dish.Number}";
            });
        return seen;
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Two_looks_at_a_concurrent_queue_order_nothing()
    {
        var queue = new ConcurrentQueue<int>();
        var n = 0;
        Crew.Together(
            () =>
            {
                n = 1;
                _ = queue.Count;
            },
            () =>
            {
                _ = queue.Count;
                n = 1;
            });
        return $"{n}";
    }

    [Litmus("nothing", "1", ForbidDataRaces = true)]
    private static string Found_in_a_concurrent_dictionary()
    {
        var table = new ConcurrentDictionary<int, Dish>();
        var seen = "nothing";
        Crew.Together(
            () => table[1] = new Dish { Number = 1 },
            () =>
            {
                if (table.TryGetValue(1, out var dish)) seen = $"{dish.Number}";
            });
        return seen;
    }

    [Litmus("1", ForbidDataRaces = true)]
    private static string Taken_from_a_blocking_collection()
    {
        using var belt = new BlockingCollection<Dish>();
        var seen = 0;
        Crew.Together(() => belt.Add(new Dish { Number = 1 }), () => seen = belt.Take().Number);
        return $"{seen}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string Written_after_the_blocking_collection_was_filled()
    {
        using var belt = new BlockingCollection<int>();
        int n = 0, seen = 0;
        Crew.Together(
            () =>
            {
                belt.Add(1);
                n = 1;
            },
            () =>
            {
                belt.Take();
                seen = Math.Min(n, 0);
            });
        return $"{seen}";
    }

    [Litmus("2", ForbidDataRaces = true)]
    private static string An_immutable_list_updated_by_ImmutableInterlocked()
    {
        var list = ImmutableList<int>.Empty;
        void Add() => ImmutableInterlocked.Update(ref list, static l => l.Add(1));
        Crew.Together(Add, Add);
        return $"{list.Count}";
    }

    [Litmus("data race", ForbidDataRaces = true)]
    private static string An_immutable_list_swapped_plainly()
    {
        var list = ImmutableList<int>.Empty;
        void Add() => list = list.Add(1);
        Crew.Together(Add, Add);
        return $"{list.Count * 0}";
    }

    private sealed class Dish
    {
        public int Number;
    }
}
