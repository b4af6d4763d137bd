using System.Diagnostics;
using System.Globalization;

namespace Figures.Unwoven;

/// <summary>
/// What a learner waits for: <c>dotnet test Koans</c> from start to end, against the same command on an empty project.
/// The two take turns, so that whatever else the machine does falls on both.
/// </summary>
internal static class WallTime
{
    private const int Times = 7;

    internal static void Report()
    {
        using var empty = new EmptyProject();
        var (koans, nothing) = (new Sample(), new Sample());
        // The first time restores and builds.
        Measure(Place.Root, "Koans", "0 passed, 1 failed");
        Measure(empty.Folder, ".", "Passed!");
        for (var i = 0; i < Times; i++)
        {
            koans.Add(Measure(Place.Root, "Koans", "0 passed, 1 failed"));
            nothing.Add(Measure(empty.Folder, ".", "Passed!"));
        }

        Print.Heading($"Wall time, nothing to build, {Times} runs of each in turn{Place.Load}");
        Print.Row("", "median", "best");
        Print.Row("dotnet test Koans", Print.Seconds(koans.Median), Print.Seconds(koans.Best));
        Print.Row("dotnet test on an empty project", Print.Seconds(nothing.Median), Print.Seconds(nothing.Best));
        Print.Row("the former in units of the latter", Ratio(koans.Median, nothing.Median), Ratio(koans.Best, nothing.Best));
    }

    private static TimeSpan Measure(string folder, string project, string expected)
    {
        var start = Stopwatch.GetTimestamp();
        var (lines, _) = Child.Run(folder, "test", project);
        var time = Stopwatch.GetElapsedTime(start);
        return Array.Exists(lines, line => line.StartsWith(expected, StringComparison.Ordinal))
            ? time
            : throw new InvalidOperationException($"dotnet test {project} did not say \"{expected}\":\n{string.Join('\n', lines)}");
    }

    private static string Ratio(TimeSpan one, TimeSpan other) => (one / other).ToString("F2", CultureInfo.InvariantCulture);
}
