using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Proofs.Debugging.Unwoven;
using Sensei.Records;
using Sensei.Search;
using Debugger = Proofs.Debugging.Unwoven.Debugger;

namespace Proofs.Debugging;

/// <summary>
/// What the README says of debugging, done: the koan is run in the order of a token by a process that waits for a
/// debugger, and a debugger goes there. The learner's breakpoints are hit in that order and in no other.
/// </summary>
public class DebuggerProofs(DebuggerProofs.LessonFolder lesson) : IClassFixture<DebuggerProofs.LessonFolder>
{
    private const string Lesson = "02-Races";

    /// <summary>After this the process is ended from outside: far more than it takes on a busy machine.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    private readonly CourseFolder _course = lesson.Course;

    [Fact]
    public void Breakpoints_are_hit_in_the_order_that_the_story_tells()
    {
        const string koan = "The_account_never_goes_below_zero_and_adds_up";
        var story = StoryOf(koan);
        int[] lines = [.. LinesOf("Account.cs", "_balance += amount", "if (_balance < amount)", "_balance -= amount", "Increment")];

        var (debugger, record) = Debug(koan, story.Token, "Account.cs", lines, "_balance", property: "Balance");

        debugger.Hits.Should().Equal(Told(story.Story!, "Account.cs", lines, "_balance"));
        debugger.Evaluations.Should().Be(debugger.Hits.Count, "the property is asked for at each of them");
        debugger.GivenUp.Should().Be(debugger.Evaluations, "to read it is a step that the story does not have");
        record.Verdict.Should().Be(VerdictKind.WrongResult);
        record.Run!.Steps.Should().Equal(story.Story!.Steps, (one, other) => (one.Thread, one.Text) == (other.Thread, other.Text));
    }

    [Fact]
    public void Another_order_has_them_hit_in_another_order()
    {
        const string koan = "Two_cooks_count_every_plate";
        var story = StoryOf(koan);
        int[] lines = [.. LinesOf("PlateCounter.cs", "_total++")];

        var (debugger, record) = Debug(koan, OneByOne(story.Token), "PlateCounter.cs", lines, "_total");

        debugger.Hits.Should().Equal(Told(record.Run!, "PlateCounter.cs", lines, "_total"));
        debugger.Hits.Should().NotEqual(Told(story.Story!, "PlateCounter.cs", lines, "_total"));
        record.Verdict.Should().Be(VerdictKind.Met);
        // the course as the compiler made it, and its twin, of which the debugger is told all while it is in memory only
        debugger.Modules.Keys.Select(module => Path.IsPathRooted(module)).Should().BeEquivalentTo([true, false]);
        debugger.Modules.Values.Distinct().Should().ContainSingle("what a learner has in the editor is the source of both");
    }

    private static Verdict StoryOf(string method) =>
        CourseCompiler.WithStubs(Lesson).Judge(Course.Koans.Single(koan => koan.Method == method));

    /// <summary>The lines with some code.</summary>
    private IEnumerable<int> LinesOf(string file, params string[] code) =>
        File.ReadLines(_course.Source(Lesson, file)).Index().Where(line => code.Any(line.Item.Contains)).Select(line => line.Index + 1);

    /// <summary>The steps of an order, but each thread takes all of its own before the next takes any.</summary>
    private static string OneByOne(string token)
    {
        var moves = Tokens.Read(token)!.Value.Schedule;
        var starts = moves.TakeWhile(thread => thread == 0).Count();
        var joins = moves.Reverse().TakeWhile(thread => thread == 0).Count();
        return Tokens.Write([.. moves[..starts], .. moves[starts..^joins].Order(), .. moves[^joins..]], null);
    }

    /// <summary>
    /// The hits that a story tells of: a thread comes to a line by its first step there, and finds what the steps before
    /// have left in the field.
    /// </summary>
    private static IEnumerable<BreakpointHit> Told(RunRecord run, string file, int[] lines, string field)
    {
        var value = 0L;
        var places = new SourceLine?[run.Threads.Count];
        foreach (var step in run.Steps)
        {
            if (step.At is { } at && at != places[step.Thread] && Path.GetFileName(at.File) == file && lines.Contains(at.Line))
            {
                yield return new BreakpointHit(run.Threads[step.Thread].Name, at.Line, value);
            }

            places[step.Thread] = step.At;
            value = step is { Kind: StepKind.Write, Value: { } written } && step.Target == field ? long.Parse(written, CultureInfo.InvariantCulture) : value;
        }
    }

    /// <summary>
    /// Has a koan run in one order, with a debugger. Waits for it: xunit would let who awaits go on only when another class
    /// has come to its end, for it has no thread left by then.
    /// </summary>
    private (Debugger Debugger, KoanRecord Record) Debug(string koan, string order, string file, int[] lines, string field, string? property = null) =>
        Task.Run(() => DebugAsync(koan, order, file, lines, field, property)).GetAwaiter().GetResult();

    private async Task<(Debugger Debugger, KoanRecord Record)> DebugAsync(string koan, string order, string file, int[] lines, string field, string? property)
    {
        var start = _course.Test($"FullyQualifiedName~{koan}");
        start.Environment["VSTEST_HOST_DEBUG"] = "1";
        start.Environment["KOANS_ORDER"] = order;
        start.Environment["KOANS_RECORD"] = "records";
        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            using var host = Process.GetProcessById(await HostOf(process));
            var output = process.StandardOutput.ReadToEndAsync();
            var debugger = new Debugger(host, _course.Source(Lesson, file), lines, field, property);
            await debugger.Attend().WaitAsync(s_patience);
            await process.WaitForExitAsync().WaitAsync(s_patience);
            var record = Path.Combine(_course.Root, "records", $"{Lesson}.{koan}.json");
            File.Exists(record).Should().BeTrue("the koan is judged: {0}{1}", await output, await errors);
            return (debugger, RecordJson.Read(await File.ReadAllTextAsync(record)));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>The process that waits for a debugger, as the test run names it.</summary>
    private static async Task<int> HostOf(Process run)
    {
        var told = new StringBuilder();
        while (await run.StandardOutput.ReadLineAsync().WaitAsync(s_patience) is { } line)
        {
            told.AppendLine(line);
            if (Regex.Match(line, @"^Process Id: (\d+)") is { Success: true } match)
            {
                return int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidOperationException($"No process waits for a debugger: {told}");
    }

    /// <summary>The lesson with the untouched stubs, as a learner would have it.</summary>
    public sealed class LessonFolder : IDisposable
    {
        internal CourseFolder Course { get; } =
            new([.. Proofs.Course.KoanFilesOf(Lesson), .. Proofs.Course.StubsOf(Lesson).Select(stub => Proofs.Course.InKoans(Lesson, stub + ".cs"))]);

        /// <inheritdoc/>
        public void Dispose() => Course.Dispose();
    }
}
