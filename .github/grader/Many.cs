using System.Diagnostics;
using Grader.Running;
using Grader.Sources;
using Grader.Telling;

namespace Grader;

/// <summary>Grades many submissions, one beginning when the cores have nothing to do for those before it. What goes wrong with one costs its own row.</summary>
internal sealed class Many(Course course, Grading grading, Options options)
{
    /// <summary>The submissions that a list names, each with its folder and perhaps its ref.</summary>
    /// <param name="list">The file: in every line PATH, or PATH, a tab and REF. Lines that are empty or begin with # say nothing.</param>
    public static IReadOnlyList<string[]> Entries(string list)
    {
        if (!File.Exists(list))
        {
            throw new Refused($"There is no list {Text.Line(list)}.");
        }

        var entries = File.ReadLines(list).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        return entries.Count == 0 ? throw new Refused($"The list {Text.Line(list)} names no submission.")
            : entries.FirstOrDefault(entry => entry.Length > 2) is { } more ? throw new Refused($"The list {Text.Line(list)} has a line with more than PATH, a tab and REF: {Text.Line(string.Join(' ', more))}")
            : entries;
    }

    /// <summary>Grades submissions, and prints a row for each as soon as all are known.</summary>
    /// <param name="entries">Their folders and refs.</param>
    public async Task<IReadOnlyList<Row>> Of(IReadOnlyList<string[]> entries)
    {
        var rows = new Row[entries.Count];
        var done = 0;
        var start = Stopwatch.GetTimestamp();
        if (options.Csv)
        {
            Console.WriteLine(Csv.Head(course));
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, entries.Count), new ParallelOptions { MaxDegreeOfParallelism = Cores.Most }, async (number, _) =>
        {
            var row = rows[number] = await One(entries[number][0], entries[number].ElementAtOrDefault(1) ?? "HEAD", null);
            lock (rows)
            {
                Console.Error.WriteLine($"{++done} of {rows.Length}: {Text.Line(row.Path)} {Text.Line(row.Ref)}, {row.Grade?.Met ?? 0} of {row.Total}, {row.Took.TotalSeconds:0.0} s{(row.Said.Length > 0 ? ", " + Text.Joined(row.Said) : "")}");
            }
        });
        foreach (var row in rows)
        {
            Console.WriteLine(options.Csv ? Csv.Of(row, course) : $"{Report.Bar(row.Grade?.Met ?? 0, row.Total)}  {Text.Line(row.Path)} {Text.Line(row.Ref)}  {Text.Joined(row.Said)}".TrimEnd());
        }

        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.Error.WriteLine($"{rows.Length} submissions in {took:0} s, one every {took / Math.Max(1, rows.Length):0.0} s; {grading.Judged} lessons judged, {grading.Known} the same as one before");
        return rows;
    }

    /// <summary>Grades one.</summary>
    /// <param name="path">Its folder; null for a working tree.</param>
    /// <param name="reference">What of it is asked for.</param>
    /// <param name="working">The working tree, if it is one.</param>
    public async Task<Row> One(string? path, string reference, ITree? working)
    {
        using var turn = await Turns.Next();
        var start = Stopwatch.GetTimestamp();
        var commit = "";
        try
        {
            var tree = working ?? GitTree.At(path!, reference);
            commit = (tree as GitTree)?.Commit ?? "";
            var grade = await grading.Grade(tree, turn);
            return Row(grade.Met >= (options.Min ?? grade.Total) ? Exit.Complete : Exit.Incomplete, "", grade);
        }
        catch (Refused refused)
        {
            return Row(Exit.Refused, refused.Message, null);
        }
        catch (Exception fault)
        {
            return Row(Exit.Fault, $"The grader itself has failed: {fault}", null);
        }

        Row Row(int exit, string said, Grade? grade) =>
            new(path ?? "", working is null ? reference : "", commit, exit, said, grade, course.Lessons.Sum(lesson => lesson.Koans.Count), Stopwatch.GetElapsedTime(start));
    }
}
