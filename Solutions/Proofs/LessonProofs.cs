using System.Text.RegularExpressions;

namespace Proofs;

/// <summary>A lesson is whole: its page has all its parts, each koan has its hints, and each fix is small.</summary>
public partial class LessonProofs
{
    /// <summary>The parts of a lesson's page, in their order.</summary>
    private static readonly string[] Parts = ["## The idea", "## What .NET really does", "## Hints", "## Once it is green"];

    public static TheoryData<string> Lessons => [.. Course.Lessons];

    public static TheoryData<string, string> Stubs
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var lesson in Course.Lessons)
            {
                foreach (var stub in Course.StubsOf(lesson))
                {
                    rows.Add(lesson, stub);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_page_has_all_its_parts(string lesson)
    {
        var lines = File.ReadAllLines(Course.InKoans(lesson, "README.md"));

        lines[0].Should().StartWith($"# {lesson[..2]} ", "the title is the lesson's number and name");
        lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Should().ContainInOrder(Parts);
        lines.Should().Contain("```mermaid", "an idea needs a picture");
        lines.Should().Contain(line => line.Contains("](https://learn.microsoft.com/dotnet/"), "what .NET really does is told by its documentation");
        Prose(lines).Should().NotContain(line => line.Contains('!'), "texts are calm");
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Every_koan_has_three_hints(string lesson)
    {
        var text = File.ReadAllText(Course.InKoans(lesson, "README.md"));
        var hints = text[text.IndexOf("## Hints", StringComparison.Ordinal)..text.IndexOf("## Once it is green", StringComparison.Ordinal)];
        var entries = Entry().Split(hints).Skip(1).ToList();

        var koans = Course.Koans.Where(koan => koan.Lesson == lesson).ToList();
        entries.Should().HaveSameCount(koans, "each koan has an entry of its own");
        for (var n = 0; n < koans.Count; n++)
        {
            Words(entries[n][..entries[n].IndexOf("**", StringComparison.Ordinal)])
                .Should().Be(Words($"{n + 1}. {koans[n].Method}"), "the hints have the koans' names and order");
            Regex.Count(entries[n], "<details><summary>").Should().Be(3, "{0} has a nudge, a hint and nearly the answer", koans[n].Method);
        }
    }

    [Theory]
    [MemberData(nameof(Stubs))]
    public void The_fix_is_small(string lesson, string stub)
    {
        var before = Telling(Course.InKoans(lesson, stub + ".cs"));
        var after = Telling(Course.InSolutions(lesson, stub + ".cs"));

        (after.Count - InCommon(before, after)).Should().BeLessThanOrEqualTo(12, "a fix is about ten lines at most, whoever reads it sees the idea");
    }

    // What is merely indented is not changed, and a brace says nothing.
    private static List<string> Telling(string file) =>
        [.. File.ReadLines(file).Select(line => line.Trim()).Where(line => line is not ("" or "{" or "}"))];

    /// <summary>The length of the longest common subsequence: the lines that stay.</summary>
    private static int InCommon(List<string> before, List<string> after)
    {
        var row = new int[after.Count + 1];
        foreach (var line in before)
        {
            var diagonal = 0;
            for (var n = 1; n <= after.Count; n++)
            {
                var above = row[n];
                row[n] = line == after[n - 1] ? diagonal + 1 : Math.Max(above, row[n - 1]);
                diagonal = above;
            }
        }

        return row[^1];
    }

    private static IEnumerable<string> Prose(IEnumerable<string> lines)
    {
        var isCode = false;
        foreach (var line in lines)
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isCode)
            {
                yield return Code().Replace(line, "");
            }
        }
    }

    private static string Words(string sentence) => NoWord().Replace(sentence, "");

    [GeneratedRegex(@"^\*\*(?=\d+\. )", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("`[^`]*`|<code>.*?(</code>|$)|^.*</code>|!\\[")]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\p{L}\d]+")]
    private static partial Regex NoWord();
}
