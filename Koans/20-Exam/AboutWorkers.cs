using System.Collections.Concurrent;

namespace Koans.Exam;

// Three workers with a dish each. What is told is either how many were under way, or in which order they came.
internal static class Workers
{
    public static string InHand() => Serve((most, _, _) => $"{most}");

    public static string Finished() => Serve((_, finished, _) => string.Join(' ', finished));

    public static string Results() => Serve((_, _, results) => string.Join(' ', results));

    private static string Serve(Func<int, IEnumerable<string>, string[], string> tell)
    {
        string[] dishes = ["soup", "fish", "cake"];
        string[] cooks = ["Alice", "Bob", "Carol"];
        var results = new string[dishes.Length];
        var finished = new ConcurrentQueue<string>();
        var inHand = 0;
        var most = new int[dishes.Length];
        var workers = dishes.Select((dish, i) => new Thread(() =>
        {
            most[i] = Interlocked.Increment(ref inHand);
            results[i] = dish;
            finished.Enqueue(dish);
            Interlocked.Decrement(ref inHand);
        })
        { Name = cooks[i] }).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return tell(most.Max(), finished, results);
    }
}
