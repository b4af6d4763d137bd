using System.Reflection;
using Proofs.Litmus;
using Sensei.Live;
using Sensei.Records;
using Sensei.Weaving;
using Xunit.Abstractions;

namespace Proofs.Live;

/// <summary>
/// What is woven passes through to .NET where it is not explored. So every litmus scenario, run once on real threads, ends
/// in one of the ways that the search has found for it.
/// </summary>
public class OnRealThreads(ITestOutputHelper output)
{
    /// <summary>Outcomes that only an explored run has: real threads hang, or do not notice.</summary>
    private static readonly string[] ExploredOnly =
        ["deadlock", "livelock", "lost wake-up", "held up", "data race", "inconclusive", "ended without one"];

    /// <summary>
    /// Scenarios about what is virtual in an explored run: time, where two looks at a clock may see the same, and the
    /// numbers of threads and of cores.
    /// </summary>
    private static readonly string[] AboutTheVirtual =
    [
        "Deadlines.", "TaskTokens.A_delay_without_end", "Timers.Providers_tell_virtual_time",
        "Timers.A_providers_of_ones_own", "PeriodicTimers.Time_passes_between_ticks",
        "Spinning.Woken_in_vain_takes_no_time", "Spinning.Sleeping_under_way_takes_time",
        "Threads.ManagedThreadId_counts", "Threads.ProcessorCount_is",
    ];

    [Fact]
    public void Every_scenario_ends_as_it_may()
    {
        var scenarios = Scenarios().ToList();

        var others = scenarios.Select(Run).Where(run => !run.IsExpected).Select(run => run.Text).ToList();

        output.WriteLine($"{scenarios.Count} scenarios");
        scenarios.Should().HaveCountGreaterThan(500);
        others.Should().BeEmpty();
    }

    private static IEnumerable<MethodInfo> Scenarios() =>
        from type in typeof(OnRealThreads).Assembly.GetTypes()
        where type.Namespace == typeof(LitmusAttribute).Namespace
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        let litmus = method.GetCustomAttribute<LitmusAttribute>()
        where litmus is not null && litmus.Options == KoanOptions.Default && litmus.Outcomes.All(IsReal)
            && !AboutTheVirtual.Any(name => $"{type.Name}.{method.Name}".StartsWith(name, StringComparison.Ordinal))
        select method;

    private static bool IsReal(string outcome) =>
        !ExploredOnly.Contains(outcome) && !outcome.StartsWith("not followed", StringComparison.Ordinal)
        && !outcome.StartsWith("throws", StringComparison.Ordinal);

    private static (bool IsExpected, string Text) Run(MethodInfo scenario)
    {
        var twin = Twin.Of(scenario.Module.Assembly);
        var body = twin[scenario].CreateDelegate<Func<string>>();
        string? returned = null;
        var run = LiveRun.Execute(twin, () => returned = body(), TimeSpan.FromSeconds(20));
        var outcome = run.Ending switch
        {
            Met => returned!,
            ThreadException thrown => $"fails: {thrown.Message}",
            WrongResult wrong => $"fails: {wrong.Message}",
            var other => other.ToString(),
        };
        return (scenario.GetCustomAttribute<LitmusAttribute>()!.Outcomes.Contains(outcome), $"{scenario.DeclaringType!.Name}.{scenario.Name}: {outcome}");
    }
}
