using System.Collections.Concurrent;
using Grader.Compiling;
using Grader.Running;

namespace Grader.Judging;

/// <summary>
/// Has a lesson judged in a process of its own, which may take so long and no longer. Should something end it, the koan
/// it was at counts as not met, and those after it are judged by another; so they are, meanwhile, where a koan waits or takes long.
/// What is not reported is not met.
/// </summary>
internal sealed class LessonRun(string folder, long rank, TimeSpan limit)
{
    private readonly ConcurrentDictionary<string, KoanGrade> _grades = [];

    /// <summary>Judges the lesson with a submission's stubs.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="stubs">The assembly of the stubs, and its symbols.</param>
    /// <param name="folder">A folder for what the process loads.</param>
    /// <param name="rank">Who comes first when there are more processes than cores: smaller ones.</param>
    /// <param name="limit">The most it may take.</param>
    public static async Task<LessonGrade> Grade(CourseLesson lesson, (byte[] Image, byte[] Symbols) stubs, string folder, long rank, TimeSpan limit)
    {
        // what the processes load is not theirs to change, and where they begin there is nothing of it
        Directory.CreateDirectory(folder);
        var files = new Dictionary<string, byte[]>(lesson.Images) { [Compiler.Stubs + ".dll"] = stubs.Image, [Compiler.Stubs + ".pdb"] = stubs.Symbols };
        foreach (var (name, content) in files)
        {
            var file = Path.Combine(folder, name);
            File.WriteAllBytes(file, content);
            File.SetAttributes(file, FileAttributes.ReadOnly);
        }

        var run = new LessonRun(folder, rank, limit);
        await run.Judge(lesson.Koans, TimeSpan.Zero);
        return new LessonGrade(lesson.Name, [.. lesson.Koans.Select(run.GradeOf)]);
    }

    private KoanGrade GradeOf(Wanted koan) => _grades.GetValueOrDefault(koan.Method)
        ?? new KoanGrade(koan.Method, koan.Place, null, $"It was not judged: the {limit.TotalSeconds:0} seconds of the lesson were used up before.");

    /// <summary>Judges koans one after another, when some of the lesson's time has been spent.</summary>
    private async Task Judge(IReadOnlyList<Wanted> koans, TimeSpan spent)
    {
        while (koans.Count > 0 && spent < limit)
        {
            var meanwhile = Task.CompletedTask;
            var sitting = new Sitting(folder, koans, limit - spent, limit, _grades);
            await sitting.Run(rank, (rest, took) => meanwhile = Judge(rest, spent + took));
            await meanwhile;
            spent += sitting.Took;
            koans = sitting.Left;
        }
    }
}
