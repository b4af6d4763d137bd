using Xunit.Abstractions;

namespace Proofs.Sct;

/// <summary>
/// Published programs, each with its bug found and its corrected twin proved. What takes more than a moment is measured by
/// <c>dotnet run --project Koans/Sensei/Figures -- suite</c>.
/// </summary>
public class SctTests(ITestOutputHelper output)
{
    private static readonly Budget NaiveBudget = Budget.Default with { Orders = 600, Time = TimeSpan.FromMinutes(5) };

    /// <summary>Those of which every order is tried here.</summary>
    public static TheoryData<string> Short { get; } = new(SctProgram.All.Where(p => !p.IsLong).Select(p => p.Name));

    /// <summary>Those of which there are too many.</summary>
    public static TheoryData<string> Long { get; } = new(SctProgram.All.Where(p => p.IsLong).Select(p => p.Name));

    /// <summary>Those of which every order with fewer preemptions than the bug needs is tried here.</summary>
    public static TheoryData<string> Bounded { get; } = new(SctProgram.All.Where(p => !p.IsLong && !p.HasLongBound).Select(p => p.Name));

    /// <summary>Those of which the twin is proved here.</summary>
    public static TheoryData<string> Provable { get; } = new(SctProgram.All.Where(p => !p.HasLongProof).Select(p => p.Name));

    [Theory]
    [MemberData(nameof(Short))]
    public void Finds_the_bug_of(string name)
    {
        var program = SctProgram.All.Single(p => p.Name == name);

        var found = Explore.Outcomes(program.Buggy);

        output.WriteLine($"{name}: {found.Orders} orders, {found.Elapsed.TotalMilliseconds:0.0} ms");
        found.Exhausted.Should().BeTrue();
        found.Outcomes.Should().BeEquivalentTo(program.AlwaysFails ? [program.Bug] : new[] { program.Bug, program.Fine });
    }

    /// <summary>With its orders by the thousand, and yet the bug is found within a moment: few switches are tried first.</summary>
    [Theory]
    [MemberData(nameof(Long))]
    public void Finds_the_bug_among_very_many_orders_of(string name)
    {
        var program = SctProgram.All.Single(p => p.Name == name);

        var found = Explore.FirstFailure(program.Buggy, outcome => outcome == program.Bug, most: 500);

        output.WriteLine($"{name}: {found.Orders} orders");
        found.Preemptions.Should().Be(program.Preemptions);
    }

    [Theory]
    [MemberData(nameof(Provable))]
    public void Proves_the_corrected_twin_of(string name)
    {
        var program = SctProgram.All.Single(p => p.Name == name);

        var proof = Explore.Outcomes(program.Corrected);

        output.WriteLine($"{name}: {proof.Orders} orders, {proof.Elapsed.TotalMilliseconds:0.0} ms");
        proof.Exhausted.Should().BeTrue();
        proof.Outcomes.Should().BeEquivalentTo(program.Fine);
    }

    [Theory]
    [MemberData(nameof(Bounded))]
    public void Needs_no_more_preemptions_than_known_for(string name)
    {
        var program = SctProgram.All.Single(p => p.Name == name);

        Explore.LeastPreemptions(program.Buggy, outcome => outcome == program.Bug).Should().Be(program.Preemptions);
    }

    /// <summary>Prints the size of each search as well; it is not asserted, since it depends on how steps are cut.</summary>
    [Fact]
    public void Reduction_loses_no_outcome()
    {
        foreach (var program in SctProgram.All.Where(p => !p.IsLong))
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
}
