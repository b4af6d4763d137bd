using System.Diagnostics;

namespace Koans.Exam;

// Five requests in virtual time, which costs none of yours.
internal static class Time
{
    private const int Requests = 5;
    private static readonly TimeSpan s_each = TimeSpan.FromSeconds(2);

    public static string WaitingWith1Worker() => Serve(workers: 1, () => Thread.Sleep(s_each));

    public static string WaitingWith2Workers() => Serve(workers: 2, () => Thread.Sleep(s_each));

    public static string WaitingWith5Workers() => Serve(workers: 5, () => Thread.Sleep(s_each));

    public static string ComputingWith1Worker() => Serve(workers: 1, Compute(new object()));

    public static string ComputingWith2Workers() => Serve(workers: 2, Compute(new object()));

    public static string ComputingWith5Workers() => Serve(workers: 5, Compute(new object()));

    // Whoever computes has the core meanwhile. That the system lets them take turns in slices makes the sum no smaller.
    private static Action Compute(object core) => () =>
    {
        lock (core)
        {
            Thread.Sleep(s_each);
        }
    };

    private static string Serve(int workers, Action serve)
    {
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, workers).Select(worker => new Thread(() =>
        {
            for (var request = worker; request < Requests; request += workers)
            {
                serve();
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return $"{clock.Elapsed.TotalSeconds}";
    }
}
