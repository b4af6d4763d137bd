using Xunit.Abstractions;

namespace Proofs.Litmus;

/// <summary>The scenarios of this folder, as far as they are small, in every order without any shortcut.</summary>
public class BothSearches(ITestOutputHelper output)
{
    // What is guessed to have more has, with few exceptions, more than the naive search may try.
    private const int MostGuessed = 64;

    // By count and never by time, so that what is compared is the same on every machine.
    private static readonly Budget NaiveBudget = Budget.Default with { Orders = 100, Time = TimeSpan.FromMinutes(5) };

    [Fact]
    public void Reach_the_same_outcomes()
    {
        var compared = 0;
        long naiveOrders = 0, reducedOrders = 0;
        var differences = new List<string>();

        foreach (var (name, method) in LitmusTests.All.Where(entry => LitmusTests.Expected(entry.Value).Naive))
        {
            var scenario = method.CreateDelegate<Func<string>>();
            var options = LitmusTests.Expected(method).Options;
            if (Explore.GuessOrders(scenario, options) > MostGuessed) continue;

            var naive = Explore.Outcomes(scenario, SearchMode.Naive, NaiveBudget, options);
            if (!naive.Exhausted) continue;

            var reduced = Explore.Outcomes(scenario, options: options);
            compared++;
            naiveOrders += naive.Orders;
            reducedOrders += reduced.Orders;
            if (!naive.Outcomes.SetEquals(reduced.Outcomes))
                differences.Add($"{name}: naive {Show(naive.Outcomes)}, reduced {Show(reduced.Outcomes)}");
        }

        output.WriteLine($"{compared} of {LitmusTests.All.Count} scenarios: {naiveOrders} orders, reduced to {reducedOrders}");
        differences.Should().BeEmpty();
        compared.Should().BeGreaterThan(LitmusTests.All.Count * 2 / 5, "nearly half of the scenarios are small enough for the naive search");
    }

    private static string Show(IEnumerable<string> outcomes) => "{ " + string.Join(" | ", outcomes.Order()) + " }";
}
