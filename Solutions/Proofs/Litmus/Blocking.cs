using System.Collections.Concurrent;

namespace Proofs.Litmus;

/// <summary><see cref="BlockingCollection{T}"/>: bounded, closable, and a queue unless told otherwise.</summary>
internal static class Blocking
{
    [Litmus("2", "1")]
    private static string A_collection_of_one_s_choice()
    {
        var shelf = new BlockingCollection<int>(new ConcurrentStack<int>());
        Crew.Together(() => shelf.Add(1), () => shelf.Add(2));
        return $"{shelf.Take()}";
    }

    // It may be used past the shelf, and then the shelf does not hear of it.
    [Litmus("0", "1")]
    private static string A_collection_that_is_used_beside_the_shelf()
    {
        var stack = new ConcurrentStack<int>();
        var shelf = new BlockingCollection<int>(stack);
        var seen = 0;
        Crew.Together(() => shelf.Add(1), () => seen = stack.Count);
        return $"{seen}";
    }

    [Litmus("a")]
    private static string Take_waits_for_Add()
    {
        var pass = new BlockingCollection<string>();
        var seen = "";
        Crew.Together(() => pass.Add("a"), () => seen = pass.Take());
        return seen;
    }

    [Litmus("a,b")]
    private static string Take_keeps_the_order()
    {
        var pass = new BlockingCollection<string>();
        var seen = "";
        Crew.Together(
            () =>
            {
                pass.Add("a");
                pass.Add("b");
            },
            () => seen = $"{pass.Take()},{pass.Take()}");
        return seen;
    }

    [Litmus("deadlock")]
    private static string Take_of_what_nobody_adds()
    {
        var pass = new BlockingCollection<string>();
        Crew.Alone(() => pass.Take());
        return "done";
    }

    [Litmus("0,0", "0,1", "1,0", "1,1")]
    private static string Add_waits_for_room()
    {
        var pass = new BlockingCollection<string>(boundedCapacity: 1);
        int before = 0, after = 0;
        Crew.Together(
            () =>
            {
                pass.Add("a");
                pass.Add("b");
            },
            () =>
            {
                before = pass.Count;
                pass.Take();
                after = pass.Count;
            });
        return $"{before},{after}";
    }

    [Litmus("deadlock")]
    private static string Add_for_which_nobody_makes_room()
    {
        var pass = new BlockingCollection<string>(1);
        Crew.Alone(() =>
        {
            pass.Add("a");
            pass.Add("b");
        });
        return "done";
    }

    [Litmus("True", "False")]
    private static string TryAdd_to_a_full_one()
    {
        var pass = new BlockingCollection<string>(1) { "a" };
        var added = false;
        Crew.Together(() => pass.Take(), () => added = pass.TryAdd("b"));
        return $"{added}";
    }

    [Litmus("True", "False")]
    private static string TryAdd_with_a_time_out()
    {
        var pass = new BlockingCollection<string>(1) { "a" };
        var added = false;
        Crew.Together(() => pass.Take(), () => added = pass.TryAdd("b", 10));
        return $"{added}";
    }

    [Litmus("a", "nothing")]
    private static string TryTake_that_only_looks()
    {
        var pass = new BlockingCollection<string>();
        var seen = "";
        Crew.Together(() => pass.Add("a"), () => seen = pass.TryTake(out var dish) ? dish : "nothing");
        return seen;
    }

    [Litmus("a", "nothing")]
    private static string TryTake_with_a_time_out()
    {
        var pass = new BlockingCollection<string>();
        var seen = "";
        Crew.Together(() => pass.Add("a"), () => seen = pass.TryTake(out var dish, 10) ? dish : "nothing");
        return seen;
    }

    [Litmus("a")]
    private static string TryTake_with_an_infinite_time_out()
    {
        var pass = new BlockingCollection<string>();
        var seen = "";
        Crew.Together(() => pass.Add("a"), () => seen = pass.TryTake(out var dish, Timeout.Infinite) ? dish : "nothing");
        return seen;
    }

    [Litmus("InvalidOperationException")]
    private static string Take_after_closing()
    {
        var pass = new BlockingCollection<string>();
        pass.CompleteAdding();
        return Crew.Try(() => pass.Take());
    }

    [Litmus("InvalidOperationException")]
    private static string Closing_wakes_those_who_take()
    {
        var pass = new BlockingCollection<string>();
        var seen = "";
        Crew.Together(() => seen = Crew.Try(() => pass.Take()), () => pass.CompleteAdding());
        return seen;
    }

    [Litmus("fine,1", "InvalidOperationException,0")]
    private static string Add_while_another_closes()
    {
        var pass = new BlockingCollection<string>();
        var seen = "";
        Crew.Together(() => seen = Crew.Try(() => pass.Add("a")), () => pass.CompleteAdding());
        return $"{seen},{pass.Count}";
    }

    [Litmus("ab")]
    private static string Consuming_until_closed()
    {
        var pass = new BlockingCollection<string>();
        var seen = "";
        Crew.Together(
            () =>
            {
                pass.Add("a");
                pass.Add("b");
                pass.CompleteAdding();
            },
            () =>
            {
                foreach (var dish in pass.GetConsumingEnumerable()) seen += dish;
            });
        return seen;
    }

    [Litmus("a,b")]
    private static string Consuming_inside_the_library()
    {
        var pass = new BlockingCollection<string>();
        var seen = "";
        Crew.Together(
            () =>
            {
                pass.Add("a");
                pass.Add("b");
                pass.CompleteAdding();
            },
            () => seen = string.Join(",", pass.GetConsumingEnumerable()));
        return seen;
    }

    [Litmus("2,0", "1,1", "0,2")]
    private static string Two_consumers_share()
    {
        var pass = new BlockingCollection<string> { "a", "b" };
        pass.CompleteAdding();
        int first = 0, second = 0;
        Crew.Together(
            () =>
            {
                foreach (var _ in pass.GetConsumingEnumerable()) first++;
            },
            () =>
            {
                foreach (var _ in pass.GetConsumingEnumerable()) second++;
            });
        return $"{first},{second}";
    }

    [Litmus("deadlock")]
    private static string Consuming_what_is_never_closed()
    {
        var pass = new BlockingCollection<string>();
        Crew.Together(
            () => pass.Add("a"),
            () =>
            {
                foreach (var _ in pass.GetConsumingEnumerable())
                {
                }
            });
        return "done";
    }

    [Litmus("True,True", "True,False")]
    private static string IsCompleted_is_closed_and_empty()
    {
        var pass = new BlockingCollection<string> { "a" };
        var seen = "";
        pass.CompleteAdding();
        Crew.Together(() => pass.Take(), () => seen = $"{pass.IsAddingCompleted},{pass.IsCompleted}");
        return seen;
    }

    [Litmus("b,a")]
    private static string On_top_of_a_stack()
    {
        var pass = new BlockingCollection<string>(new ConcurrentStack<string>());
        var seen = "";
        Crew.Alone(() =>
        {
            pass.Add("a");
            pass.Add("b");
            seen = $"{pass.Take()},{pass.Take()}";
        });
        return seen;
    }

    [Litmus("0,1", "1,1")]
    private static string Taking_from_any()
    {
        BlockingCollection<int>[] queues = [[], []];
        var (index, item) = (-1, 0);
        Crew.Together(
            () => index = BlockingCollection<int>.TakeFromAny(queues, out item),
            () => queues[0].Add(1),
            () => queues[1].Add(1));
        return $"{index},{item}";
    }

    [Litmus("deadlock")]
    private static string Taking_from_any_of_none()
    {
        BlockingCollection<int>[] queues = [[], []];
        Crew.Alone(() => BlockingCollection<int>.TakeFromAny(queues, out _));
        return "done";
    }

    [Litmus("ArgumentException,-1")]
    private static string Taking_from_any_when_all_are_closed()
    {
        BlockingCollection<int>[] queues = [[], []];
        foreach (var queue in queues) queue.CompleteAdding();
        var all = Crew.Try(() => BlockingCollection<int>.TakeFromAny(queues, out _));
        return $"{all},{BlockingCollection<int>.TryTakeFromAny(queues, out _)}";
    }

    [Litmus("1,-1,0")]
    private static string Adding_to_any_that_has_room()
    {
        BlockingCollection<int>[] queues = [new(1), new(1)];
        queues[0].Add(1);
        var first = BlockingCollection<int>.AddToAny(queues, 2);
        var full = BlockingCollection<int>.TryAddToAny(queues, 3);
        var last = -1;
        Crew.Together(() => last = BlockingCollection<int>.AddToAny(queues, 3), () => queues[0].Take());
        return $"{first},{full},{last}";
    }
}
