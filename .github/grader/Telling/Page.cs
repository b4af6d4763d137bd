namespace Grader.Telling;

/// <summary>A grade as a page of markdown, for a workflow's summary.</summary>
internal static class Page
{
    /// <summary>The page of a grade.</summary>
    public static string Of(Grade grade)
    {
        var lines = new List<string>
        {
            $"## Koans: {grade.Met} of {grade.Total}",
            "",
            Text.Fence(Report.Bar(grade.Met, grade.Total)),
            "",
            "| lesson | passed | next koan |",
            "|---|---|---|",
        };
        lines.AddRange(grade.Lessons.Select(lesson => $"| {Text.Inline(lesson.Name)} | {lesson.Met} of {lesson.Koans.Count} | {Text.Inline(lesson.Next?.Place.Koan)} |"));
        lines.Add("");
        if (grade.Next is { } next)
        {
            lines.AddRange([$"### Next: {Text.Inline($"{next.Place.Lesson} · {next.Place.Koan}")}", "", Text.Fence(Report.Story(next)), ""]);
            if (next.Record is { } record && Diagram.Of(record) is { } diagram)
            {
                lines.AddRange([Text.Fence(diagram, "mermaid"), ""]);
            }
        }
        else
        {
            lines.AddRange(["Every koan is met.", ""]);
        }

        if (grade.NotGraded.Count > 0)
        {
            lines.AddRange([$"Not graded, since only the stubs are: {Report.Some(grade.NotGraded, Text.Inline)}", ""]);
        }

        lines.AddRange(["This is feedback. The grade of record is what the instructor's own checkout of the course says.", ""]);
        return string.Join('\n', lines);
    }

    /// <summary>The page of a submission that was refused.</summary>
    public static string OfRefusal(string sentence) => string.Join('\n', "## Koans: not graded", "", Text.Fence(Text.Block(sentence)), "");

    /// <summary>Appends a page to the summary of the workflow that this runs in; does nothing elsewhere.</summary>
    public static void Append(string page)
    {
        if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
        {
            File.AppendAllText(summary, page);
        }
    }
}
