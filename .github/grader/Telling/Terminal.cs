namespace Grader.Telling;

/// <summary>A grade as it is printed to a terminal and to a log.</summary>
internal static class Terminal
{
    /// <summary>The table, what is next, and the story of the first koan that is not met.</summary>
    public static string Of(Grade grade)
    {
        var width = Math.Max("lesson".Length, grade.Lessons.Max(lesson => lesson.Name.Length));
        var lines = new List<string>
        {
            Report.Bar(grade.Met, grade.Total),
            "",
            $"{"lesson".PadRight(width)}  passed   next koan",
        };
        foreach (var lesson in grade.Lessons)
        {
            lines.Add($"{lesson.Name.PadRight(width)}  {$"{lesson.Met} of {lesson.Koans.Count}",-7}  {lesson.Next?.Place.Koan}".TrimEnd());
        }

        lines.Add("");
        if (grade.Next is { } next)
        {
            lines.Add($"Next: {next.Place.Lesson} · {next.Place.Koan}");
            lines.Add("");
            lines.Add(Report.Story(next));
        }
        else
        {
            lines.Add("Every koan is met.");
        }

        if (grade.NotGraded.Count > 0)
        {
            lines.Add("");
            lines.Add($"Not graded, since only the stubs are: {Report.Some(grade.NotGraded, Text.Line)}");
        }

        return string.Join('\n', lines);
    }
}
