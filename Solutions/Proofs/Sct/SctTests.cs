using Xunit.Abstractions;

namespace Proofs.Sct;

/// <summary>
/// The programs of SCTBench (Thomson, Donaldson and Betts, "Concurrency testing using schedule bounding", PPoPP 2014)
/// written anew in C#, with some classics: each with its bug found and its corrected twin proved.
/// </summary>
public class SctTests(ITestOutputHelper output)
{
    private const string Deadlock = "deadlock";
    private static readonly Budget NaiveBudget = Budget.Default with { Orders = 2_000, Time = TimeSpan.FromMinutes(5) };

    // Name, least preemptions, the bug's outcome, and how the run ends when all is well.
    private static readonly Program[] Programs =
    [
        new("account", 0, Assert.Broken, "fine", Account.Buggy, Account.Corrected),
        new("bluetooth_driver", 1, Assert.Broken, "fine", BluetoothDriver.Buggy, BluetoothDriver.Corrected),
        new("carter01", 1, Deadlock, "fine", Carter.Buggy, Carter.Corrected),
        new("deadlock01", 1, Deadlock, "0", Sct.Deadlock.Buggy, Sct.Deadlock.Corrected),
        new("lazy01", 0, Assert.Broken, "fine", Lazy.Buggy, Lazy.Corrected),
        new("reorder_3", 1, Assert.Broken, "fine", Reorder.BuggyWithThree, Reorder.CorrectedWithThree),
        new("reorder_4", 1, Assert.Broken, "fine", Reorder.BuggyWithFour, Reorder.CorrectedWithFour),
        new("sync01", 0, "bug", "fine", Sync.Buggy, Sync.Corrected, AlwaysFails: true),
        new("token_ring", 0, Assert.Broken, "fine", TokenRing.Buggy, TokenRing.Corrected),
        new("twostage", 1, Assert.Broken, "fine", TwoStage.Buggy, TwoStage.Corrected),
        new("wronglock 1+1", 1, Assert.Broken, "fine", WrongLock.BuggyWithOne, WrongLock.CorrectedWithOne),
        new("wronglock 1+3", 1, Assert.Broken, "fine", WrongLock.BuggyWithThree, WrongLock.CorrectedWithThree),
        new("lost update", 1, Assert.Broken, "fine", LostUpdate.Buggy, LostUpdate.Corrected),
        new("lost wake-up", 1, "lost wake-up", "fine", LostWakeUp.Buggy, LostWakeUp.Corrected),
        new("if instead of while", 0, Assert.Broken, "fine", IfInsteadOfWhile.Buggy, IfInsteadOfWhile.Corrected),
        new("ring of 4 locks", 1, Deadlock, "fine", Ring.Buggy, Ring.Corrected),
    ];

    /// <summary>The names of all programs.</summary>
    public static TheoryData<string> Names { get; } = new(Programs.Select(p => p.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Finds_the_bug_of(string name)
    {
        var program = Programs.Single(p => p.Name == name);

        var found = Explore.Outcomes(program.Buggy);

        output.WriteLine($"{name}: {found.Orders} orders, {found.Elapsed.TotalMilliseconds:0.0} ms");
        found.Exhausted.Should().BeTrue();
        found.Outcomes.Should().BeEquivalentTo(program.AlwaysFails ? [program.Bug] : new[] { program.Bug, program.Fine });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Proves_the_corrected_twin_of(string name)
    {
        var program = Programs.Single(p => p.Name == name);

        var proof = Explore.Outcomes(program.Corrected);

        output.WriteLine($"{name}: {proof.Orders} orders, {proof.Elapsed.TotalMilliseconds:0.0} ms");
        proof.Exhausted.Should().BeTrue();
        proof.Outcomes.Should().BeEquivalentTo(program.Fine);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Needs_no_more_preemptions_than_known_for(string name)
    {
        var program = Programs.Single(p => p.Name == name);

        Explore.LeastPreemptions(program.Buggy, outcome => outcome == program.Bug).Should().Be(program.Preemptions);
    }

    /// <summary>For maintainers: the size of each search. Printed and not asserted, since it depends on how steps are cut.</summary>
    [Fact]
    public void Prints_how_many_orders_each_search_tries()
    {
        foreach (var program in Programs)
        {
            var naive = Explore.Outcomes(program.Buggy, SearchMode.Naive, NaiveBudget);
            var reduced = Explore.Outcomes(program.Buggy);

            var most = naive.Exhausted ? $"{naive.Orders}" : $"over {naive.Orders}";
            output.WriteLine(
                $"{program.Name,-20} naive {most,11}   reduced {reduced.Orders,6}   {reduced.Elapsed.TotalMilliseconds,7:0.0} ms");
            if (naive.Exhausted) naive.Outcomes.Should().BeEquivalentTo(reduced.Outcomes);
            else naive.Outcomes.Should().BeSubsetOf(reduced.Outcomes);
        }
    }

    private sealed record Program(
        string Name,
        int Preemptions,
        string Bug,
        string Fine,
        Func<string> Buggy,
        Func<string> Corrected,
        bool AlwaysFails = false);
}
