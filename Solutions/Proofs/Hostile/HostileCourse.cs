using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Proofs.Hostile;

/// <summary>
/// The course of koans with hostile code, run by dotnet test.
/// </summary>
public sealed class HostileCourse : IDisposable
{
    /// <summary>The lesson of which every koan ends the process it runs in.</summary>
    public const string Ends = "09-Ends";

    /// <summary>After this a run is ended from outside: far more than it takes on a busy machine.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    private readonly Lazy<CourseFolder> _course = new(() => new CourseFolder(Files()));
    private readonly Lazy<HostileRun> _all;

    /// <summary>Nothing is compiled or run before it is asked for.</summary>
    public HostileCourse()
    {
        _all = new(() => Run($"Lesson!={Ends}"));
    }

    /// <summary>Every koan, and the words that its message has to contain; null for a koan that is met.</summary>
    internal static IReadOnlyList<HostileKoan> Koans { get; } =
        [.. from file in Files()
            from method in Course.KoanMethods(CourseCompiler.Parse(file))
            select HostileKoan.Read(Path.GetFileName(Path.GetDirectoryName(file))!, method)];

    /// <summary>What came of running all koans that leave the process alive, in one process.</summary>
    internal HostileRun All => _all.Value;

    /// <summary>Runs what a filter selects.</summary>
    internal HostileRun Run(string filter)
    {
        var feet = Path.Combine(_course.Value.Bin, "feet.txt");
        File.Delete(feet);
        var start = _course.Value.Test(filter);
        start.Environment["KOANS"] = "all";
        start.Environment["KOANS_PATIENCE"] = "3";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var isInTime = process.WaitForExit(s_patience);
        if (!isInTime)
        {
            process.Kill(entireProcessTree: true);
        }

        var text = output.Result + errors.Result;
        return new HostileRun(text, isInTime, clock.Elapsed, File.Exists(feet) ? [.. File.ReadAllLines(feet).Select(int.Parse)] : []);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_course.IsValueCreated)
        {
            _course.Value.Dispose();
        }
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Course.InSolutions("Proofs", "Hostile", "Course"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}

/// <summary>A koan of the hostile course.</summary>
/// <param name="Lesson">The folder of its lesson.</param>
/// <param name="Name">Its name as a sentence.</param>
/// <param name="Says">What its message has to contain; null when it is met.</param>
internal sealed record HostileKoan(string Lesson, string Name, string? Says)
{
    /// <summary>Reads what the comment above a koan says of it.</summary>
    internal static HostileKoan Read(string lesson, MethodDeclarationSyntax method)
    {
        const string key = "// Says: ";
        var said = method.GetLeadingTrivia().ToString().Split('\n').Select(line => line.Trim()).Last(line => line.StartsWith("//", StringComparison.Ordinal));
        return new HostileKoan(
            lesson,
            method.Identifier.Text.Replace('_', ' '),
            said == "// Met." ? null
                : said.StartsWith(key, StringComparison.Ordinal) ? said[key.Length..]
                : throw new FormatException($"What comes of {method.Identifier.Text} is not said above it."));
    }
}

/// <summary>What came of one run.</summary>
/// <param name="Text">What it printed.</param>
/// <param name="IsInTime">It ended of itself.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Feet">How the process was after the last koan: its number, the most megabytes it had, the share of a core it still used.</param>
internal sealed record HostileRun(string Text, bool IsInTime, TimeSpan Elapsed, int[] Feet)
{
    /// <summary>The message of a koan, on one line; null when there is none.</summary>
    internal string? MessageOf(HostileKoan koan)
    {
        var header = $"{koan.Lesson} · {koan.Name}";
        var lines = Text.ReplaceLineEndings("\n").Split('\n').SkipWhile(line => line.Trim() != header).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var end = lines.FindIndex(1, line => Regex.IsMatch(line, @"^\d\d-\w+ · "));
        return string.Join(' ', end < 0 ? lines : lines[..end]);
    }
}
