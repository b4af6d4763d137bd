namespace Proofs.Hostile;

/// <summary>Code that ends the process it runs in, or makes that so unusable that the judge does: each in a run of its own.</summary>
public class EndingTests(HostileCourse course) : IClassFixture<HostileCourse>
{
    /// <summary>The koans that end the process.</summary>
    public static TheoryData<string> Ending =>
        new(HostileCourse.Koans.Where(koan => koan.Lesson == HostileCourse.Ends).Select(koan => koan.Name));

    [Theory]
    [MemberData(nameof(Ending))]
    public void A_koan_that_ends_the_process_is_named_all_the_same(string name)
    {
        var koan = HostileCourse.Koans.Single(candidate => candidate.Name == name);

        var run = course.Run($"FullyQualifiedName~{name.Replace(' ', '_')}");

        run.IsInTime.Should().BeTrue("the run ends of itself");
        run.MessageOf(koan).Should().Contain(koan.Says);
    }
}
