using System.Reflection;
using Xunit.Abstractions;

namespace Proofs.Litmus;

/// <summary>Every scenario of this folder, judged by both searches.</summary>
public class LitmusTests(ITestOutputHelper output)
{
    // By count and never by time, so that what is compared is the same on every machine.
    private static readonly Budget NaiveBudget = Budget.Default with { Orders = 200, Time = TimeSpan.FromMinutes(5) };

    private static readonly Dictionary<string, MethodInfo> All = (
        from type in typeof(LitmusTests).Assembly.GetTypes()
        where type.Namespace == typeof(LitmusTests).Namespace
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where method.IsDefined(typeof(LitmusAttribute), false)
        select method).ToDictionary(Name);

    /// <summary>The names of all scenarios, as "Family.Scenario".</summary>
    public static TheoryData<string> Scenarios { get; } = new(All.Keys.Order());

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Has_exactly_the_outcomes_of(string scenario)
    {
        var method = All[scenario];

        var exploration = Explore.Outcomes(method.CreateDelegate<Func<string>>(), options: Expected(method).Options);

        output.WriteLine($"{exploration.Orders} orders, {exploration.Elapsed.TotalMilliseconds:0.0} ms");
        exploration.Outcomes.Should().BeEquivalentTo(Expected(method).Outcomes);
        if (!exploration.Outcomes.Contains("inconclusive"))
            exploration.Exhausted.Should().BeTrue("a set of outcomes is exact only when no order is left");
    }

    [Fact]
    public void Both_searches_reach_the_same_outcomes()
    {
        var compared = 0;
        long naiveOrders = 0, reducedOrders = 0;
        var differences = new List<string>();

        foreach (var method in All.Values.Where(m => Expected(m).Naive))
        {
            var scenario = method.CreateDelegate<Func<string>>();
            var naive = Explore.Outcomes(scenario, SearchMode.Naive, NaiveBudget, Expected(method).Options);
            if (!naive.Exhausted) continue;

            var reduced = Explore.Outcomes(scenario, options: Expected(method).Options);
            compared++;
            naiveOrders += naive.Orders;
            reducedOrders += reduced.Orders;
            if (!naive.Outcomes.SetEquals(reduced.Outcomes))
                differences.Add($"{Name(method)}: naive {Show(naive.Outcomes)}, reduced {Show(reduced.Outcomes)}");
        }

        output.WriteLine($"{compared} of {All.Count} scenarios: {naiveOrders} orders, reduced to {reducedOrders}");
        differences.Should().BeEmpty();
        compared.Should().BeGreaterThan(All.Count * 2 / 5, "about half of the scenarios are small enough for the naive search");
    }

    private static LitmusAttribute Expected(MethodInfo method) => method.GetCustomAttribute<LitmusAttribute>()!;

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static string Show(IEnumerable<string> outcomes) => "{ " + string.Join(" | ", outcomes.Order()) + " }";
}
