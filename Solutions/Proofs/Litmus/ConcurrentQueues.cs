using System.Collections.Concurrent;

namespace Proofs.Litmus;

/// <summary>Concurrent queue, stack and bag: each call is one step, two calls are two.</summary>
internal static class ConcurrentQueues
{
    [Litmus("a,b", "b,a")]
    private static string Enqueue_from_two_sides()
    {
        var queue = new ConcurrentQueue<string>();
        Crew.Together(() => queue.Enqueue("a"), () => queue.Enqueue("b"));
        return string.Join(",", queue);
    }

    [Litmus("a", "nothing")]
    private static string TryDequeue_while_another_enqueues()
    {
        var queue = new ConcurrentQueue<string>();
        var seen = "";
        Crew.Together(() => queue.Enqueue("a"), () => seen = queue.TryDequeue(out var dish) ? dish : "nothing");
        return seen;
    }

    [Litmus("a,b", "b,a")]
    private static string TryDequeue_never_gives_one_thing_to_two()
    {
        var queue = new ConcurrentQueue<string>(["a", "b"]);
        string first = "", second = "";
        Crew.Together(() => first = Take(queue), () => second = Take(queue));
        return $"{first},{second}";
    }

    [Litmus("a,b", "a,nothing", "nothing,nothing")]
    private static string TryDequeue_keeps_the_order_of_one_producer()
    {
        var queue = new ConcurrentQueue<string>();
        var seen = "";
        Crew.Together(
            () =>
            {
                queue.Enqueue("a");
                queue.Enqueue("b");
            },
            () =>
            {
                var first = Take(queue);
                seen = first == "nothing" ? "nothing,nothing" : $"{first},{Take(queue)}";
            });
        return seen;
    }

    [Litmus("1", "2")]
    private static string Looking_then_enqueueing()
    {
        var queue = new ConcurrentQueue<string>();
        Crew.Together(AddIfEmpty, AddIfEmpty);
        return $"{queue.Count}";

        void AddIfEmpty()
        {
            if (queue.IsEmpty) queue.Enqueue("a");
        }
    }

    [Litmus("a,nothing", "nothing,a", "nothing there,a", "a,nothing there")]
    private static string Counting_then_dequeueing()
    {
        var queue = new ConcurrentQueue<string>(["a"]);
        string first = "", second = "";
        Crew.Together(() => first = TakeIfCounted(), () => second = TakeIfCounted());
        return $"{first},{second}";

        string TakeIfCounted() => queue.Count > 0 ? Take(queue) : "nothing there";
    }

    [Litmus("a,a", "a,b", "b,b")]
    private static string Peeking_then_dequeueing()
    {
        var queue = new ConcurrentQueue<string>(["a", "b"]);
        var seen = "";
        Crew.Together(
            () =>
            {
                queue.TryPeek(out var peeked);
                queue.TryDequeue(out var taken);
                seen = $"{peeked},{taken}";
            },
            () => queue.TryDequeue(out _));
        return seen;
    }

    [Litmus("a,b", "b,a")]
    private static string Push_from_two_sides()
    {
        var stack = new ConcurrentStack<string>();
        Crew.Together(() => stack.Push("a"), () => stack.Push("b"));
        return string.Join(",", stack);
    }

    [Litmus("a,b", "b,a", "a,nothing", "nothing,a", "nothing,b", "nothing,nothing")]
    private static string TryPop_while_another_pushes()
    {
        var stack = new ConcurrentStack<string>();
        string first = "", second = "";
        Crew.Together(
            () =>
            {
                stack.Push("a");
                stack.Push("b");
            },
            () =>
            {
                first = Take(stack);
                second = Take(stack);
            });
        return $"{first},{second}";
    }

    [Litmus("a,b", "b,a")]
    private static string TryPop_never_gives_one_thing_to_two()
    {
        var stack = new ConcurrentStack<string>(["a", "b"]);
        string first = "", second = "";
        Crew.Together(() => first = Take(stack), () => second = Take(stack));
        return $"{first},{second}";
    }

    // Pushed together, nothing comes between them.
    [Litmus("a,b,x", "x,a,b")]
    private static string PushRange_is_one_step()
    {
        var stack = new ConcurrentStack<string>();
        Crew.Together(() => stack.PushRange(new[] { "b", "a" }), () => stack.Push("x"));
        return string.Join(",", stack);
    }

    [Litmus("2")]
    private static string Bag_keeps_everything()
    {
        var bag = new ConcurrentBag<string>();
        Crew.Together(() => bag.Add("a"), () => bag.Add("b"));
        return $"{bag.Count}";
    }

    [Litmus("a,nothing", "nothing,a")]
    private static string Bag_never_gives_one_thing_to_two()
    {
        var bag = new ConcurrentBag<string> { "a" };
        string first = "", second = "";
        Crew.Together(
            () => first = bag.TryTake(out var dish) ? dish : "nothing",
            () => second = bag.TryTake(out var dish) ? dish : "nothing");
        return $"{first},{second}";
    }

    [Litmus("1", "2")]
    private static string Looking_then_adding_to_a_bag()
    {
        var bag = new ConcurrentBag<string>();
        Crew.Together(AddIfEmpty, AddIfEmpty);
        return $"{bag.Count}";

        void AddIfEmpty()
        {
            if (bag.IsEmpty) bag.Add("a");
        }
    }

    private static string Take(ConcurrentQueue<string> queue) => queue.TryDequeue(out var dish) ? dish : "nothing";

    private static string Take(ConcurrentStack<string> stack) => stack.TryPop(out var dish) ? dish : "nothing";
}
