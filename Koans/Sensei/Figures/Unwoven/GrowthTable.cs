using Sensei;

namespace Figures.Unwoven;

/// <summary>How cost grows with threads and operations, and what the reduction saves.</summary>
internal static class GrowthTable
{
    private const int MostThreads = 4;
    private const int MostOperations = 5;

    /// <summary>After so much a search is given up, and larger ones of its kind are not begun.</summary>
    private static readonly Budget s_budget = Budget.Default with { Orders = 1_000_000, Time = TimeSpan.FromSeconds(10) };

    internal static void Report()
    {
        Report("Growth: each thread counts for itself", Growth.Independent);
        Report("Growth: all count under one lock", Growth.OnOneLock);
        Report("Growth: all count, nothing orders them", Growth.Racing);
    }

    private static void Report(string heading, Func<string> scenario)
    {
        Print.Heading(heading);
        Print.Row("", "DPOR", "time", "per second", "naive", "time");
        for (var threads = 2; threads <= MostThreads; threads++)
        {
            var (goesOn, naiveGoesOn) = (true, true);
            for (var operations = 1; operations <= MostOperations; operations++)
            {
                Growth.Set(threads, operations);
                var dpor = goesOn ? Explore.Outcomes(scenario, SearchMode.Dpor, s_budget) : null;
                var naive = naiveGoesOn ? Explore.Outcomes(scenario, SearchMode.Naive, s_budget) : null;
                (goesOn, naiveGoesOn) = (dpor is { Exhausted: true }, naive is { Exhausted: true });
                Print.Row(
                    $"{threads} threads, {operations} {(operations == 1 ? "operation" : "operations")} each",
                    Orders(dpor), Time(dpor), dpor is null ? "" : Print.Number(dpor.Runs / dpor.Elapsed.TotalSeconds),
                    Orders(naive), Time(naive));
            }
        }
    }

    private static string Orders(Exploration? search) =>
        search is null ? "" : (search.Exhausted ? "" : "> ") + Print.Number(search.Orders);

    private static string Time(Exploration? search) => search is null ? "" : Print.Milliseconds(search.Elapsed);
}
