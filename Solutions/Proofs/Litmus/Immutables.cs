using System.Collections.Immutable;

namespace Proofs.Litmus;

/// <summary>Immutable collections: nothing changes but the field that holds them.</summary>
internal static class Immutables
{
    [Litmus("1", "2")]
    private static string Plain_assignment()
    {
        var menu = ImmutableList<string>.Empty;
        Crew.Together(() => menu = menu.Add("a"), () => menu = menu.Add("b"));
        return $"{menu.Count}";
    }

    [Litmus("a,b", "b,a")]
    private static string Update()
    {
        var menu = ImmutableList<string>.Empty;
        Crew.Together(
            () => ImmutableInterlocked.Update(ref menu, m => m.Add("a")),
            () => ImmutableInterlocked.Update(ref menu, m => m.Add("b")));
        return string.Join(",", menu);
    }

    [Litmus("2 computations", "3 computations")]
    private static string Update_may_compute_again()
    {
        var menu = ImmutableList<string>.Empty;
        var computed = 0;
        Crew.Together(Add, Add);
        return $"{computed} computations";

        void Add() => ImmutableInterlocked.Update(ref menu, m =>
        {
            Interlocked.Increment(ref computed);
            return m.Add("a");
        });
    }

    [Litmus("a,b", "b,a")]
    private static string Update_of_an_array()
    {
        var menu = ImmutableArray<string>.Empty;
        Crew.Together(
            () => ImmutableInterlocked.Update(ref menu, (m, dish) => m.Add(dish), "a"),
            () => ImmutableInterlocked.Update(ref menu, (m, dish) => m.Add(dish), "b"));
        return string.Join(",", menu);
    }

    [Litmus("a,b", "b,a")]
    private static string Enqueue()
    {
        var queue = ImmutableQueue<string>.Empty;
        Crew.Together(
            () => ImmutableInterlocked.Enqueue(ref queue, "a"),
            () => ImmutableInterlocked.Enqueue(ref queue, "b"));
        return string.Join(",", queue);
    }

    [Litmus("a,nothing", "nothing,a")]
    private static string TryDequeue()
    {
        var queue = ImmutableQueue.Create("a");
        string first = "", second = "";
        Crew.Together(
            () => first = ImmutableInterlocked.TryDequeue(ref queue, out var dish) ? dish : "nothing",
            () => second = ImmutableInterlocked.TryDequeue(ref queue, out var dish) ? dish : "nothing");
        return $"{first},{second}";
    }

    [Litmus("a,nothing", "nothing,a")]
    private static string Push_and_TryPop()
    {
        var stack = ImmutableStack<string>.Empty;
        ImmutableInterlocked.Push(ref stack, "a");
        string first = "", second = "";
        Crew.Together(
            () => first = ImmutableInterlocked.TryPop(ref stack, out var dish) ? dish : "nothing",
            () => second = ImmutableInterlocked.TryPop(ref stack, out var dish) ? dish : "nothing");
        return $"{first},{second}";
    }

    [Litmus("a", "b")]
    private static string TryAdd_has_one_winner()
    {
        var menu = ImmutableDictionary<string, string>.Empty;
        bool first = false, second = false;
        Crew.Together(
            () => first = ImmutableInterlocked.TryAdd(ref menu, "dish", "a"),
            () => second = ImmutableInterlocked.TryAdd(ref menu, "dish", "b"));
        return first == second ? "no single winner" : menu["dish"];
    }

    [Litmus("2")]
    private static string AddOrUpdate()
    {
        var menu = ImmutableDictionary<string, int>.Empty;
        Crew.Together(Order, Order);
        return $"{menu["soup"]}";

        void Order() => ImmutableInterlocked.AddOrUpdate(ref menu, "soup", 1, (_, n) => n + 1);
    }

    [Litmus("a,a", "b,b")]
    private static string GetOrAdd()
    {
        var menu = ImmutableDictionary<string, string>.Empty;
        string first = "", second = "";
        Crew.Together(
            () => first = ImmutableInterlocked.GetOrAdd(ref menu, "dish", "a"),
            () => second = ImmutableInterlocked.GetOrAdd(ref menu, "dish", "b"));
        return $"{first},{second}";
    }

    // Whoever holds a snapshot is not disturbed.
    [Litmus("1", "2")]
    private static string Snapshot()
    {
        var menu = ImmutableList.Create("a");
        var seen = 0;
        Crew.Together(
            () => ImmutableInterlocked.Update(ref menu, m => m.Add("b")),
            () =>
            {
                foreach (var _ in menu) seen++;
            });
        return $"{seen}";
    }
}
