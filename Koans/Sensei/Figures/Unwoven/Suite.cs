using System.Diagnostics;
using Proofs.Sct;
using Sensei;

namespace Figures.Unwoven;

/// <summary>The published suite: what it takes to find each bug, to try every order, and to prove the corrected twin.</summary>
internal static class Suite
{
    /// <summary>After so much a search is given up.</summary>
    private static readonly Budget s_budget = Budget.Default with { Orders = 10_000_000, Time = TimeSpan.FromSeconds(60) };

    /// <summary>As a koan is judged: so many orders of the proof first, then as many with each number of preemptions.</summary>
    private const long Share = 5_000;

    internal static void Report()
    {
        Print.Heading("The suite: orders and time to the bug, to try every order, and to prove the corrected twin");
        Print.Row("", "least switches", "to the bug", "time", "all orders", "time", "twin", "time");
        foreach (var program in SctProgram.All)
        {
            Row(program);
        }
    }

    private static void Row(SctProgram program)
    {
        // what is compiled on the way is no cost of the search
        _ = Seek(program);
        _ = Explore.Outcomes(program.Corrected, budget: s_budget with { Orders = 50 });
        var start = Stopwatch.GetTimestamp();
        var orders = Seek(program);
        var found = Stopwatch.GetElapsedTime(start);
        var all = Explore.Outcomes(program.Buggy, budget: s_budget);
        var twin = Explore.Outcomes(program.Corrected, budget: s_budget);
        if (orders < 0 || !all.Outcomes.IsSubsetOf([program.Bug, program.Fine]) || !twin.Outcomes.SetEquals([program.Fine]))
        {
            throw new InvalidOperationException($"{program.Name} is not judged as it should be.");
        }

        Print.Row(
            program.Name, Print.Number(program.Preemptions), Print.Number(orders), Print.Milliseconds(found),
            Orders(all), Print.Milliseconds(all.Elapsed), Orders(twin), Print.Milliseconds(twin.Elapsed));
    }

    /// <summary>How many orders are tried until the bug shows; -1 when it does not.</summary>
    private static long Seek(SctProgram program)
    {
        var proof = Explore.Outcomes(program.Buggy, budget: s_budget with { Orders = Share }, until: program.Bug);
        if (proof.Outcomes.Contains(program.Bug))
        {
            return proof.Orders;
        }

        var (preemptions, orders) = Explore.FirstFailure(program.Buggy, outcome => outcome == program.Bug, most: Share);
        return preemptions < 0 ? -1 : proof.Orders + orders;
    }

    private static string Orders(Exploration search) => (search.Exhausted ? "" : "> ") + Print.Number(search.Orders);
}
