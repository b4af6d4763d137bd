using System.Reflection;
using Xunit.Abstractions;

namespace Proofs.Litmus;

/// <summary>Every scenario of this folder.</summary>
public class LitmusTests(ITestOutputHelper output)
{
    /// <summary>All scenarios, by their names.</summary>
    internal static readonly IReadOnlyDictionary<string, MethodInfo> All = (
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

    internal static LitmusAttribute Expected(MethodInfo method) => method.GetCustomAttribute<LitmusAttribute>()!;

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
