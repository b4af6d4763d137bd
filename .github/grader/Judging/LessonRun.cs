using System.Diagnostics;
using System.IO.Pipes;
using System.Security.Cryptography;
using System.Text.Json;
using Grader.Compiling;
using Sensei.Records;

namespace Grader.Judging;

/// <summary>
/// Has a lesson judged in a process of its own, which may take so long and no longer. Should something end it, the koan
/// it was at counts as not met, and those after it are judged by another. What is not reported is not met.
/// </summary>
internal sealed class LessonRun(CourseLesson lesson, string folder, string work, TimeSpan limit)
{
    private readonly Dictionary<string, KoanGrade> _grades = [];
    private TimeSpan _spent;
    private bool _isOver;

    /// <summary>Judges the lesson with a submission's stubs.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="stubs">The assembly of the stubs, and its symbols.</param>
    /// <param name="folder">A folder for what the process loads.</param>
    /// <param name="limit">The most it may take.</param>
    public static async Task<LessonGrade> Grade(CourseLesson lesson, (byte[] Image, byte[] Symbols) stubs, string folder, TimeSpan limit)
    {
        // what the processes load is not theirs to change, and where they begin there is nothing of it
        Directory.CreateDirectory(folder);
        var files = new Dictionary<string, byte[]>(lesson.Images) { [Compiler.Stubs + ".dll"] = stubs.Image, [Compiler.Stubs + ".pdb"] = stubs.Symbols };
        foreach (var (name, content) in files)
        {
            var file = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(file, content);
            File.SetAttributes(file, FileAttributes.ReadOnly);
        }

        var work = Directory.CreateTempSubdirectory("koan-").FullName;
        var run = new LessonRun(lesson, folder, work, limit);
        try
        {
            await run.ToTheEnd();
        }
        finally
        {
            Grading.TryDelete(work);
        }

        return new LessonGrade(lesson.Name, [.. lesson.Koans.Select(run.GradeOf)]);
    }

    private KoanGrade GradeOf(Wanted koan) => _grades.GetValueOrDefault(koan.Method)
        ?? new KoanGrade(koan.Method, koan.Place, null, $"It was not judged: the {limit.TotalSeconds:0} seconds of the lesson were used up before.");

    private async Task ToTheEnd()
    {
        while (!_isOver && lesson.Koans.Where(koan => !_grades.ContainsKey(koan.Method)).ToList() is { Count: > 0 } left)
        {
            await Child.Run(Program.ToJudge, work, process => Listen(process, left));
        }
    }

    private async Task<bool> Listen(Process process, IReadOnlyList<Wanted> left)
    {
        var start = Stopwatch.GetTimestamp();
        using var stop = new CancellationTokenSource(limit - _spent > TimeSpan.Zero ? limit - _spent : TimeSpan.FromMilliseconds(1));
        var name = "koans-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        var key = RandomNumberGenerator.GetBytes(32);
        using var line = new NamedPipeServerStream(name, PipeDirection.In, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        var output = Child.Drain(process.StandardOutput, keep: 0);
        var errors = Child.Drain(process.StandardError);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        _ = process.WaitForExitAsync(stop.Token).ContinueWith(_ => ended.Cancel(), TaskScheduler.Default);
        Wanted? at = null;
        var isDone = false;
        try
        {
            await process.StandardInput.WriteAsync(JsonSerializer.Serialize(new Request(name, key, folder, left)));
            process.StandardInput.Close();
            await line.WaitForConnectionAsync(ended.Token);
            var wire = new Wire(line, key);
            while (!isDone && await wire.Receive(stop.Token) is { } bytes)
            {
                switch (JsonSerializer.Deserialize<Message>(bytes))
                {
                    case Begun begun:
                        at = left.FirstOrDefault(koan => koan.Method == begun.Koan);
                        break;
                    case Found found when found.Koan == at?.Method:
                        _grades[found.Koan] = Read(at, found.Record);
                        at = null;
                        break;
                    case Failed failed when failed.Koan == at?.Method:
                        _grades[failed.Koan] = new KoanGrade(at.Method, at.Place, null, $"It could not be judged. {failed.Why}");
                        at = null;
                        break;
                    case Done:
                        isDone = true;
                        break;
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // the process has ended, or its time has; what it has told counts
        }

        _spent += Stopwatch.GetElapsedTime(start);
        _isOver = isDone || stop.IsCancellationRequested;
        if (at is null && !_isOver && !isDone && left.All(koan => !_grades.ContainsKey(koan.Method)))
        {
            // it did not even begin: so would the next
            throw new InvalidOperationException($"The judge's process for {lesson.Name} has ended before its first koan. {await errors}");
        }

        if (at is not null)
        {
            _grades[at.Method] = new KoanGrade(at.Method, at.Place, null, stop.IsCancellationRequested
                ? $"It was still running when the {limit.TotalSeconds:0} seconds of the lesson were used up."
                : "Something ended the whole process while it was judged, such as a stack overflow.");
        }

        return isDone;
    }

    private static KoanGrade Read(Wanted koan, string json)
    {
        try
        {
            return new KoanGrade(koan.Method, koan.Place, RecordJson.Read(json), "");
        }
        catch (JsonException)
        {
            return new KoanGrade(koan.Method, koan.Place, null, "What the judge said of it cannot be read.");
        }
    }
}
