using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;
using System.Security.Cryptography;
using System.Text.Json;
using Grader.Running;
using Sensei.Records;

namespace Grader.Judging;

/// <summary>One process that judges koans of a lesson, one after another, and what it tells.</summary>
/// <param name="folder">The folder with the lesson's assemblies.</param>
/// <param name="koans">The koans.</param>
/// <param name="limit">The most it may take.</param>
/// <param name="ofLesson">The most that the whole lesson may take, to say it.</param>
/// <param name="grades">Where verdicts are noted, by the koans' methods.</param>
internal sealed class Sitting(string folder, IReadOnlyList<Wanted> koans, TimeSpan limit, TimeSpan ofLesson, ConcurrentDictionary<string, KoanGrade> grades)
{
    private readonly Lock _lock = new();
    private IReadOnlyList<Wanted> _koans = koans;
    private Wanted? _at;

    /// <summary>What it took of the time that there is.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>The koans that it was to judge and has not come to.</summary>
    public IReadOnlyList<Wanted> Left => [.. _koans.Where(koan => !grades.ContainsKey(koan.Method))];

    /// <summary>Judges to the end, of the koans or of the time.</summary>
    /// <param name="rank">Who comes first when there are more processes than cores.</param>
    /// <param name="handOver">Is given the koans that are left, once, when the process waits at one or has taken long, and the time until then.</param>
    public async Task Run(long rank, Action<IReadOnlyList<Wanted>, TimeSpan> handOver)
    {
        using var work = Interrupt.NewFolder("koan-");
        using var allowance = new Allowance(limit);
        await Child.Run(Program.ToJudge, work.Path, rank, allowance, process => Listen(process, allowance.End), MakesWay);
        Took = allowance.Used;

        void MakesWay()
        {
            if (Rest() is { Count: > 0 } rest)
            {
                handOver(rest, allowance.Used);
            }
        }
    }

    /// <summary>Takes from the process what comes after the koan that it is at.</summary>
    private IReadOnlyList<Wanted> Rest()
    {
        lock (_lock)
        {
            if (_at is not { } at)
            {
                return [];
            }

            var rest = _koans.SkipWhile(koan => koan != at).Skip(1).ToList();
            _koans = [.. _koans.Except(rest)];
            return rest;
        }
    }

    private async Task Listen(Process process, CancellationToken stop)
    {
        var name = "koans-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        var key = RandomNumberGenerator.GetBytes(32);
        using var line = new NamedPipeServerStream(name, PipeDirection.In, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        var output = Child.Drain(process.StandardOutput, keep: 0);
        var errors = Child.Drain(process.StandardError);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _ = process.WaitForExitAsync(stop).ContinueWith(_ => ended.Cancel(), TaskScheduler.Default);
        var isGenuine = true;
        try
        {
            await process.StandardInput.WriteAsync(JsonSerializer.Serialize(new Request(name, key, folder, _koans)));
            process.StandardInput.Close();
            await line.WaitForConnectionAsync(ended.Token);
            var wire = new Wire(line, key);
            while (isGenuine && Left.Count > 0)
            {
                isGenuine = await wire.Receive(stop) is { } bytes && Note(JsonSerializer.Deserialize<Message>(bytes));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // the process has ended, or its time has; what it has told counts
        }

        if (_at is { } at)
        {
            grades[at.Method] = new KoanGrade(at.Method, at.Place, null, stop.IsCancellationRequested
                ? $"It was still running when the {ofLesson.TotalSeconds:0} seconds of the lesson were used up."
                : "Something ended the whole process while it was judged, such as a stack overflow.");
        }
        else if (!stop.IsCancellationRequested && Left.Count == _koans.Count)
        {
            // it did not even begin: so would the next
            throw new InvalidOperationException($"The judge's process for {_koans[0].Place.Lesson} has ended before its first koan. {await errors}");
        }
    }

    /// <summary>Notes what the process tells; false when that was the last.</summary>
    private bool Note(Message? message)
    {
        lock (_lock)
        {
            switch (message)
            {
                case Begun begun:
                    _at = _koans.FirstOrDefault(koan => koan.Method == begun.Koan);
                    return true;
                case Found found when found.Koan == _at?.Method:
                    grades[found.Koan] = Read(_at, found.Record);
                    _at = null;
                    return true;
                case Failed failed when failed.Koan == _at?.Method:
                    grades[failed.Koan] = new KoanGrade(_at.Method, _at.Place, null, $"It could not be judged. {failed.Why}");
                    _at = null;
                    return true;
                default:
                    return message is not Done;
            }
        }
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
