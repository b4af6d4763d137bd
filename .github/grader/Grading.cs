using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Grader.Compiling;
using Grader.Judging;
using Grader.Running;
using Grader.Sources;
using Grader.Verifying;

namespace Grader;

/// <summary>Grades one submission after another against one course.</summary>
/// <param name="course">The course.</param>
/// <param name="whole">All files of the course, to say which of a submission's do not count; null to say nothing of it.</param>
/// <param name="folder">A folder for what comes of it.</param>
/// <param name="compile">The compiler.</param>
/// <param name="limit">The most that one lesson may take.</param>
/// <param name="afresh">Whether to judge again what has been judged before.</param>
internal sealed class Grading(Course course, ITree? whole, string folder, Compile compile, TimeSpan limit, bool afresh)
{
    // a verdict depends on nothing but the lesson and its stubs, and in a class many a lesson is still untouched
    private readonly ConcurrentDictionary<string, Lazy<Task<LessonGrade>>> _known = new();
    private int _number;
    private int _judged;
    private int _asked;

    /// <summary>How many lessons were judged.</summary>
    public int Judged => _judged;

    /// <summary>How many had the same stubs as one that was judged before.</summary>
    public int Known => _asked - _judged;

    /// <summary>Grades the stubs of a tree.</summary>
    /// <param name="tree">The submission.</param>
    /// <param name="turn">Its turn, which ends when all that is to be judged has been queued.</param>
    public async Task<Grade> Grade(ITree tree, IDisposable turn)
    {
        var start = Stopwatch.GetTimestamp();
        var submission = Submission.Read(course, tree, whole);
        var number = Interlocked.Increment(ref _number);
        var own = Directory.CreateDirectory(Path.Combine(folder, $"submission-{number}")).FullName;
        try
        {
            var stubs = await Compiled(submission, own);
            // from the last: the later ones run on real threads, and what waits there does so beside the others
            var lessons = course.Lessons.Reverse().Select(lesson => Grade(lesson, submission, stubs[lesson.Name], own, number)).ToList();
            turn.Dispose();
            return new Grade([.. (await Task.WhenAll(lessons)).Reverse()], submission.NotGraded, Stopwatch.GetElapsedTime(start));
        }
        finally
        {
            TryDelete(own);
        }
    }

    private Task<LessonGrade> Grade(CourseLesson lesson, Submission submission, (byte[] Image, byte[] Symbols) stubs, string own, long rank)
    {
        Interlocked.Increment(ref _asked);
        var content = submission.Stubs[lesson.Name].SelectMany(stub => BitConverter.GetBytes(stub.Content.Length).Concat(stub.Content)).ToArray();
        var key = afresh ? $"{lesson.Name} {own}" : $"{lesson.Name} {Convert.ToHexString(SHA256.HashData(content))}";
        return _known.GetOrAdd(key, _ => new(() =>
        {
            Interlocked.Increment(ref _judged);
            return LessonRun.Grade(lesson, stubs, Path.Combine(own, lesson.Name), rank, limit);
        })).Value;
    }

    private async Task<Dictionary<string, (byte[] Image, byte[] Symbols)>> Compiled(Submission submission, string own)
    {
        string Output(string lesson) => Path.Combine(own, "compiled", lesson, Compiler.Stubs);
        var units = course.Lessons.Select(lesson => new Unit(
            Compiler.Stubs, UnitKind.Stubs, submission.Stubs[lesson.Name], [], [lesson.Images[Compiler.Given + ".dll"]], Output(lesson.Name)));
        var outcome = await compile.Ask(new Order(course.Root, [.. units]), limit)
            ?? throw new Refused("The compiler does not come to an end with the submission's stubs.");
        var errors = outcome.Errors.SelectMany(found => found).ToList();
        if (errors.Count > 0)
        {
            // one mistake often makes several errors in its line
            var lines = errors.DistinctBy(error => (error.Path, error.Line)).ToList();
            var first = lines.Take(5).Select(error => $"\n  {error.Path}:{error.Line}  {Text.Line(error.Text)}");
            var more = lines.Count > 5 ? $"\n  … and {lines.Count - 5} more lines" : "";
            throw new Refused($"The stubs do not compile on their own:{string.Concat(first)}{more}");
        }

        var stubs = new Dictionary<string, (byte[] Image, byte[] Symbols)>();
        foreach (var lesson in course.Lessons)
        {
            var (image, symbols) = (File.ReadAllBytes(Output(lesson.Name) + ".dll"), File.ReadAllBytes(Output(lesson.Name) + ".pdb"));
            Verifier.Check(image, symbols, lesson.Name, course.Root, lesson.Needs);
            Shape.Check(lesson, image);
            stubs[lesson.Name] = (image, symbols);
        }

        return stubs;
    }

    /// <summary>What a submission has left in its folder is not worth an error.</summary>
    public static void TryDelete(string folder)
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }

            Directory.Delete(folder, recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(left.Message);
        }
    }
}
