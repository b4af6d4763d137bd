using System.Diagnostics;
using Grader.Compiling;
using Grader.Judging;
using Grader.Sources;

namespace Grader;

/// <summary>Grades one submission after another against one course.</summary>
internal sealed class Grading(Course course, string folder, TimeSpan limit)
{
    private int _number;

    /// <summary>Grades the stubs of a tree.</summary>
    /// <param name="tree">The submission.</param>
    /// <param name="whole">All files of the course, to say what does not count; null to say nothing of it.</param>
    public async Task<Grade> Grade(ITree tree, ITree? whole)
    {
        var start = Stopwatch.GetTimestamp();
        var submission = Submission.Read(course, tree, whole);
        var own = Directory.CreateDirectory(Path.Combine(folder, $"submission-{Interlocked.Increment(ref _number)}")).FullName;
        try
        {
            var stubs = await Compiled(submission, own);
            var lessons = await Task.WhenAll(course.Lessons.Select(lesson => LessonRun.Grade(lesson, stubs[lesson.Name], Path.Combine(own, lesson.Name), limit)));
            return new Grade(lessons, submission.NotGraded, Stopwatch.GetElapsedTime(start));
        }
        finally
        {
            TryDelete(own);
        }
    }

    private async Task<Dictionary<string, (byte[] Image, byte[] Symbols)>> Compiled(Submission submission, string own)
    {
        string Output(string lesson) => Path.Combine(own, "compiled", lesson, Compiler.Stubs);
        var units = course.Lessons.Select(lesson => new Unit(Compiler.Stubs, false, submission.Stubs[lesson.Name], -1, Output(lesson.Name)));
        var outcome = await Compile.Ask(new Order(course.Root, [.. units]), own)
            ?? throw new Refused("The compiler does not come to an end with the submission's stubs.");
        var errors = outcome.Errors.SelectMany(found => found).ToList();
        if (errors.Count > 0)
        {
            var first = errors.Take(5).Select(error => $"\n  {error.Path}:{error.Line}  {Text.Line(error.Text)}");
            var more = errors.Count > 5 ? $"\n  … and {errors.Count - 5} more" : "";
            throw new Refused($"The stubs do not compile on their own:{string.Concat(first)}{more}");
        }

        return course.Lessons.ToDictionary(lesson => lesson.Name, lesson => (File.ReadAllBytes(Output(lesson.Name) + ".dll"), File.ReadAllBytes(Output(lesson.Name) + ".pdb")));
    }

    /// <summary>What a submission has left in its folder is not worth an error.</summary>
    public static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(left.Message);
        }
    }
}
