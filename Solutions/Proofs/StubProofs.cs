using Proofs.Stubs;
using Sensei.Path;
using Sensei.Records;
using Sensei.Telling;
using Xunit.Abstractions;

namespace Proofs;

/// <summary>Every koan refuses its untouched stub for the reason its lesson is about, and is proved on its solution.</summary>
public class StubProofs(ITestOutputHelper output)
{
    /// <summary>What each koan finds out about the untouched stubs, and the file its story tells the learner to look at.</summary>
    public static TheoryData<string, string, VerdictKind, string> Table
    {
        get
        {
            var table = new TheoryData<string, string, VerdictKind, string>();
            foreach (var lesson in Course.Lessons)
            {
                foreach (var row in StubRow.Of(lesson))
                {
                    table.Add(lesson, row.Koan, row.Verdict, row.File);
                }
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void An_untouched_stub_is_refused_for_its_own_reason(string lesson, string koan, VerdictKind verdict, string file)
    {
        var found = Judge(CourseCompiler.WithStubs(lesson), lesson, koan, verdict == VerdictKind.Hung ? Course.Impatience : null);

        found.Kind.Should().Be(verdict);
        found.Exhausted.Should().Be(!found.IsLive);
        found.FailingOrders.Should().BePositive("what one search finds, a search that leaves no order out finds too");
        Path.GetFileName(Teller.LookAt(found, PlaceOf(Koan(lesson, koan)))?.File).Should().Be(file);
    }

    /// <summary>The koans of this project say so themselves, by being met; here with what the proof has cost.</summary>
    [OnRequest]
    [MemberData(nameof(Table))]
    public void The_solution_is_proved(string lesson, string koan, VerdictKind verdict, string file)
    {
        var found = Judge(CourseCompiler.WithSolutions(lesson), lesson, koan);

        found.Kind.Should().Be(VerdictKind.Met, "the solution of {0} mends the {1}", file, verdict);
        found.Exhausted.Should().Be(!found.IsLive, "a koan that is merely not refused is not proved");
    }

    [Fact]
    public void The_table_names_every_koan_in_the_order_of_the_path()
    {
        Table.Select(row => (string)row[1]).Should().Equal(Course.Koans.Select(koan => koan.Method));
    }

    [Fact]
    public void Every_stub_has_a_solution_and_is_used_by_a_koan()
    {
        foreach (var lesson in Course.Lessons)
        {
            var stubs = Course.StubsOf(lesson);
            stubs.Should().OnlyContain(stub => File.Exists(Course.InSolutions(lesson, stub + ".cs")));
            stubs.Should().BeSubsetOf(Course.Koans.Where(koan => koan.Lesson == lesson).SelectMany(koan => koan.Stubs));
        }
    }

    private Verdict Judge(CompiledLesson compiled, string lesson, string koan, TimeSpan? patience = null)
    {
        var found = compiled.Judge(Koan(lesson, koan), patience);
        output.WriteLine($"{found.Kind}, {found.Orders} orders");
        return found;
    }

    private static CourseKoan Koan(string lesson, string koan) =>
        Course.Koans.Single(candidate => candidate.Lesson == lesson && candidate.Method == koan);

    // Only the lesson, its stubs and the root matter to the question which file is the learner's.
    internal static Place PlaceOf(CourseKoan koan) => new(
        koan.Lesson, koan.Lesson, "", 1, 1, 0, null, [.. koan.Stubs.Select(stub => $"Koans/{koan.Lesson}/{stub}.cs")], $"Koans/{koan.Lesson}",
        $"Koans/{koan.Lesson}/README.md", Course.Root);
}
