using System.Diagnostics;
using Grader.Running;
using Grader.Sources;
using Grader.Telling;

namespace Grader;

/// <summary>Grades many submissions, one beginning when the cores have nothing to do for those before it. What goes wrong with one costs its own row.</summary>
internal sealed class Many(Course course, Grading grading, Options options)
{
    /// <summary>Grades what a list names, and prints a row for each as soon as it is known.</summary>
    /// <param name="list">The file: in every line PATH, or PATH, a tab and REF.</param>
    public async Task<IReadOnlyList<Row>> Of(string list)
    {
        if (!File.Exists(list))
        {
            throw new Refused($"There is no list {Text.Line(list)}.");
        }

        var entries = File.ReadLines(list).Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
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
