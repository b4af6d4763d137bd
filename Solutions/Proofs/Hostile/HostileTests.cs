using System.Diagnostics;

namespace Proofs.Hostile;

/// <summary>
/// Learners' code is hostile by accident. Whatever it does, dotnet test ends soon, names the koan and says what is wrong
/// with it, and the other koans get their verdicts.
/// </summary>
public class HostileTests(HostileCourse course) : IClassFixture<HostileCourse>
{
    /// <summary>The koans that are not met, and leave the process alive.</summary>
    public static TheoryData<string> Refused => new(Alive.Where(koan => koan.Says is not null).Select(koan => koan.Name));

    private static IEnumerable<HostileKoan> Alive => HostileCourse.Koans.Where(koan => koan.Lesson != HostileCourse.Ends);

    [Theory]
    [MemberData(nameof(Refused))]
    public void The_koan_is_named_and_says_what_is_wrong(string name)
    {
        var koan = Alive.Single(candidate => candidate.Name == name);

        var message = course.All.MessageOf(koan);

        message.Should().NotBeNull("every koan that is not met is named");
        message.Should().ContainEquivalentOf(koan.Says!);
        message.Should().NotContain("Sensei.Running").And.NotContain("   at ", "nothing of the machinery shows");
    }

    [Fact]
    public void Every_koan_gets_its_verdict()
    {
        course.All.IsInTime.Should().BeTrue("the run ends of itself, and not after {0}", course.All.Elapsed);
        var met = Alive.Where(koan => koan.Says is null).ToList();
        met.Should().OnlyContain(koan => course.All.MessageOf(koan) == null);
        course.All.Text.TrimEnd().Should().EndWith($"{met.Count} passed, {Alive.Count() - met.Count} failed");
    }

    [Fact]
    public void The_process_stands_to_the_end_and_is_gone_then()
    {
        course.All.Feet.Should().HaveCount(3, "the last koan of the run has written down how the process is");
        var (process, megabytes, busy) = (course.All.Feet[0], course.All.Feet[1], course.All.Feet[2]);

        megabytes.Should().BeLessThan(2_000, "what grows without end is stopped before the memory is gone");
        busy.Should().BeLessThan(50, "nothing goes on running when its verdict is there");
        IsGone(process).Should().BeTrue("no process is left behind");
    }

    [Fact]
    public void What_is_printed_stays_short() => course.All.Text.Length.Should().BeLessThan(300_000);

    private static bool IsGone(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return found.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
