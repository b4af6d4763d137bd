namespace Proofs.Litmus;

/// <summary>Dictionary, queue, stack and set that are shared without protection, and with.</summary>
internal static class PlainCollections
{
    [Litmus("1", "2")]
    private static string Dictionary_adding_two_keys_loses_one()
    {
        var menu = new Dictionary<string, int>();
        Crew.Together(() => menu["soup"] = 1, () => menu["tea"] = 2);
        return $"{menu.Count}";
    }

    [Litmus("2")]
    private static string Dictionary_under_a_lock()
    {
        var menu = new Dictionary<string, int>();
        Crew.Together(() => Put("soup"), () => Put("tea"));
        return $"{menu.Count}";

        void Put(string dish)
        {
            lock (menu) menu[dish] = 1;
        }
    }

    [Litmus("1", "2")]
    private static string Dictionary_reading_then_writing_a_value()
    {
        var menu = new Dictionary<string, int> { ["soup"] = 0 };
        Crew.Together(() => menu["soup"]++, () => menu["soup"]++);
        return $"{menu["soup"]}";
    }

    [Litmus("1", "2")]
    private static string Dictionary_looking_then_baking()
    {
        var menu = new Dictionary<string, object>();
        var bakings = 0;
        Crew.Together(Bake, Bake);
        return $"{bakings}";

        void Bake()
        {
            if (menu.TryGetValue("cake", out _)) return;
            Interlocked.Increment(ref bakings);
            menu["cake"] = new object();
        }
    }

    [Litmus("a,b", "b,a", "a", "b")]
    private static string Queue_loses_one()
    {
        var queue = new Queue<string>();
        Crew.Together(() => queue.Enqueue("a"), () => queue.Enqueue("b"));
        return string.Join(",", queue);
    }

    [Litmus("a,b", "b,a", "a,a")]
    private static string Queue_gives_one_thing_to_two()
    {
        var queue = new Queue<string>(["a", "b"]);
        string first = "", second = "";
        Crew.Together(() => first = queue.Dequeue(), () => second = queue.Dequeue());
        return $"{first},{second}";
    }

    [Litmus("a,b", "b,a")]
    private static string Queue_under_a_lock()
    {
        var queue = new Queue<string>(["a", "b"]);
        string first = "", second = "";
        Crew.Together(() => first = Take(), () => second = Take());
        return $"{first},{second}";

        string Take()
        {
            lock (queue) return queue.Dequeue();
        }
    }

    [Litmus("b,a", "a,b", "a", "b")]
    private static string Stack_loses_one()
    {
        var stack = new Stack<string>();
        Crew.Together(() => stack.Push("a"), () => stack.Push("b"));
        return string.Join(",", stack);
    }

    [Litmus("1", "2")]
    private static string Set_loses_one()
    {
        var guests = new HashSet<string>();
        Crew.Together(() => guests.Add("Alice"), () => guests.Add("Bob"));
        return $"{guests.Count}";
    }

    [Litmus("2")]
    private static string Set_under_a_lock()
    {
        var guests = new HashSet<string>();
        Crew.Together(() => Enter("Alice"), () => Enter("Bob"));
        return $"{guests.Count}";

        void Enter(string name)
        {
            lock (guests) guests.Add(name);
        }
    }

    [Litmus("checked", "fails: Expected menu to be equal to {\"soup\"}, but found empty collection.")]
    private static string A_check_that_goes_through_a_collection_looks_at_it()
    {
        var menu = new List<string>();
        new Thread(() => menu.Add("soup")) { IsBackground = true }.Start();
        menu.Should().Equal(["soup"]);
        return "checked";
    }

    [Litmus("checked", "fails: Expected menu to be equal to {\"soup\"}, but found empty collection.")]
    private static string A_check_that_goes_through_a_concurrent_collection_looks_at_it()
    {
        var menu = new System.Collections.Concurrent.ConcurrentQueue<string>();
        new Thread(() => menu.Enqueue("soup")) { IsBackground = true }.Start();
        menu.Should().Equal(["soup"]);
        return "checked";
    }
}
