using System.Globalization;

namespace Grader.Telling;

/// <summary>Grades as rows of comma-separated values.</summary>
internal static class Csv
{
    /// <summary>The names of the columns.</summary>
    public static string Head(Course course) =>
        Join(["submission", "ref", "commit", "exit", "met", "total", .. course.Lessons.Select(lesson => lesson.Name), "seconds", "said"]);

    /// <summary>A row.</summary>
    public static string Of(Row row, Course course) => Join(
    [
        row.Path, row.Ref, row.Commit, Number(row.Exit), Number(row.Grade?.Met ?? 0), Number(row.Total),
        .. course.Lessons.Select(lesson => Number(row.Grade?.Lessons.FirstOrDefault(graded => graded.Name == lesson.Name)?.Met ?? 0)),
        row.Took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture), row.Said,
    ]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Join(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(string text)
    {
        var line = Text.Joined(text);
        // a spreadsheet would compute what begins like a formula
        line = line is ['=' or '+' or '-' or '@', ..] ? "'" + line : line;
        return line.IndexOfAny([',', '"', '\'']) < 0 ? line : $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
