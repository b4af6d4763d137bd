namespace Proofs.Litmus;

/// <summary>The console, calls through delegates, and a loop whose end cannot be told.</summary>
internal static class Others
{
    [Litmus("done")]
    private static string Printing_on_two_threads()
    {
        Crew.Together(() => Console.WriteLine("soup"), () => Console.WriteLine("tea"));
        return "done";
    }

    [Litmus("1")]
    private static string Start_and_Join_as_delegates()
    {
        var n = 0;
        var thread = new Thread(() => n = 1);
        Action start = thread.Start, join = thread.Join;
        start();
        join();
        return $"{n}";
    }

    [Litmus("2")]
    private static string Enter_and_Exit_as_delegates()
    {
        var gate = new object();
        var n = 0;
        Action<object> enter = Monitor.Enter, exit = Monitor.Exit;
        Crew.Together(Add, Add);
        return $"{n}";

        void Add()
        {
            enter(gate);
            n++;
            exit(gate);
        }
    }

    [Litmus("deadlock")]
    private static string Wait_as_the_body_of_a_thread()
    {
        var place = new SemaphoreSlim(0);
        var thread = new Thread(place.Wait);
        thread.Start();
        thread.Join();
        return "done";
    }

    [Litmus("1", "2")]
    private static string Add_as_a_delegate_in_a_generic_class()
    {
        var shelf = new Shelf<int>();
        Crew.Together(() => shelf.Adder(1), () => shelf.Adder(2));
        return $"{shelf.Items.Count}";
    }

    [Litmus("1", "2")]
    private static string Add_as_a_delegate_in_a_generic_method()
    {
        var items = new List<int>();
        Crew.Together(() => AddTo(items, 1), () => AddTo(items, 2));
        return $"{items.Count}";
    }

    [Litmus("deadlock")]
    private static string Wait_as_the_body_of_a_thread_in_a_generic_class()
    {
        new Shelf<string>().WaitForEver();
        return "done";
    }

    // A count of one's own changes in every round, so that no round is like the one before.
    [Litmus("done", "inconclusive", Naive = false)]
    private static string Counting_while_waiting()
    {
        var ready = false;
        Crew.Together(
            () => ready = true,
            () =>
            {
                var rounds = 0;
                while (!ready) rounds++;
            });
        return "done";
    }

    [Litmus("inconclusive", Naive = false)]
    private static string Counting_for_ever()
    {
        var n = 0;
        Crew.Alone(() =>
        {
            while (n >= 0) n = (n + 1) % 1_000_000;
        });
        return "done";
    }

    private static void AddTo<T>(List<T> items, T item)
    {
        Action<T> add = items.Add;
        add(item);
    }

    private sealed class Shelf<T>
    {
        private readonly SemaphoreSlim _place = new(0);

        public List<T> Items { get; } = [];

        public Action<T> Adder => Items.Add;

        public void WaitForEver()
        {
            var thread = new Thread(_place.Wait);
            thread.Start();
            thread.Join();
        }
    }
}
