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

    [Litmus("2", "1")]
    private static string AddOrUpdate_with_two_factories()
    {
        var prices = System.Collections.Immutable.ImmutableDictionary<string, int>.Empty;
        var last = 0;
        Crew.Together(Add, Add);
        return prices["egg"] == 2 ? $"{last}" : "lost";

        void Add() => last = System.Collections.Immutable.ImmutableInterlocked.AddOrUpdate(ref prices, "egg", _ => 1, (_, n) => n + 1);
    }

    [Litmus("True,False", "False,True")]
    private static string An_array_is_initialised_once()
    {
        System.Collections.Immutable.ImmutableArray<int> menu = default;
        bool first = false, second = false;
        Crew.Together(
            () => first = System.Collections.Immutable.ImmutableInterlocked.InterlockedInitialize(ref menu, [1]),
            () => second = System.Collections.Immutable.ImmutableInterlocked.InterlockedInitialize(ref menu, [2]));
        return $"{first},{second}";
    }

    [Litmus("0,2", "0,1")]
    private static string An_array_is_exchanged()
    {
        System.Collections.Immutable.ImmutableArray<int> menu = [0];
        int first = 0, second = 0;
        Crew.Together(
            () => first = System.Collections.Immutable.ImmutableInterlocked.InterlockedExchange(ref menu, [1])[0],
            () => second = System.Collections.Immutable.ImmutableInterlocked.InterlockedExchange(ref menu, [2])[0]);
        return $"{Math.Min(first, second)},{menu[0]}";
    }
}
