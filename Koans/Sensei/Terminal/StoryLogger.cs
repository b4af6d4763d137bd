using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace Sensei.Terminal;

/// <summary>
/// Prints the story of each koan that is not met, as it is, and one last line with the count. The test platform's own
/// console logger would put the test's name and two headings around it, and xunit's lines between.
/// </summary>
/// <remarks>
/// It stands in for that logger where the project asks for it by <c>VSTestLogger</c>. Whoever names a logger on the
/// command line gets that one, and the platform's own output with it. The build task adds the platform's console logger
/// unless it is given one whose name begins with "console"; hence this one's name.
/// </remarks>
[FriendlyName(FriendlyName)]
[ExtensionUri("logger://koans/story/v1")]
public sealed class StoryLogger : ITestLoggerWithParameters
{
    /// <summary>The name by which a project asks for this logger.</summary>
    public const string FriendlyName = "ConsoleStory";

    /// <summary>The trait that every koan has: the name of its lesson.</summary>
    private const string KoanTrait = "Lesson";

    /// <summary>The file beside the test assembly that names the koan that is being judged; Sensei writes it.</summary>
    private static readonly string s_running = System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(typeof(StoryLogger).Assembly.Location) ?? "", "koan.running");

    /// <summary>Said once, when the whole path has been walked.</summary>
    private const string Closing = """
        Every koan is met. Where it was a matter of order, no order is left that breaks your code.

        You know now why one more plate is three steps, what a lock guards and what it does not, how to
        wait for a state instead of a signal, why time is no proof, how threads come to an end, and how
        work is handed from one to another. Most of all, you have seen that a test which passes a
        thousand times can still be wrong. Keep asking of every shared field: who else may touch it,
        and what if they do so now?

        Go on with
        - our solutions, beside yours:  git diff --no-index --diff-filter=M Koans Solutions
        - "Once it is green", at the end of every lesson's README
        - a koan of your own:           .github/CONTRIBUTING.md
        - the library's own pages:      https://learn.microsoft.com/dotnet/standard/threading/
        """;

    private bool _isWholePath;
    private int _passed;
    private int _failed;
    private int _skipped;

    /// <inheritdoc/>
    public void Initialize(TestLoggerEvents events, Dictionary<string, string?> parameters) => Listen(events);

    /// <inheritdoc/>
    public void Initialize(TestLoggerEvents events, string testRunDirectory) => Listen(events);

    private void Listen(TestLoggerEvents events)
    {
        if (OperatingSystem.IsWindows())
        {
            // The lines of a table are outside of what an old code page can show.
            Console.OutputEncoding = Encoding.UTF8;
        }

        File.Delete(s_running);
        events.TestRunStart += (_, e) => _isWholePath = string.IsNullOrEmpty(e.TestRunCriteria.TestCaseFilter);
        events.TestRunMessage += (_, e) => Say(e);
        events.TestResult += (_, e) => Tell(e.Result);
        events.TestRunComplete += (_, e) => Count(e);
    }

    /// <summary>Passes on what went wrong with the run itself.</summary>
    private void Say(TestRunMessageEventArgs e)
    {
        // xunit announces every failure in a line of its own; the story says it better.
        bool announced = e.Message.StartsWith("[xUnit.net ", StringComparison.Ordinal)
            && e.Message.TrimEnd().EndsWith("[FAIL]", StringComparison.Ordinal);
        if (e.Level == TestMessageLevel.Informational || announced)
        {
            return;
        }

        if (e.Level == TestMessageLevel.Error && File.Exists(s_running))
        {
            TellEnd(e.Message);
        }
        else
        {
            Console.Error.WriteLine(e.Message.TrimEnd());
        }
    }

    /// <summary>The process has ended in the middle of a koan, which can no longer speak for itself.</summary>
    private void TellEnd(string message)
    {
        _failed++;
        string why = message.Contains("Stack overflow", StringComparison.OrdinalIgnoreCase)
            ? "used up its stack: does a method call itself without end?"
            : message.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)
                ? "used up the memory."
                : "ended the whole process, as Environment.Exit does.";
        Console.WriteLine();
        Console.WriteLine(File.ReadAllText(s_running));
        Console.WriteLine();
        Console.WriteLine($"The code of this koan {why}");
        File.Delete(s_running);
    }

    private void Tell(TestResult result)
    {
        switch (result.Outcome)
        {
            case TestOutcome.Passed:
                _passed++;
                break;
            case TestOutcome.Failed:
                _failed++;
                Console.WriteLine();
                if (result.TestCase.Traits.Any(trait => trait.Name == KoanTrait))
                {
                    Console.WriteLine(result.ErrorMessage?.Trim('\r', '\n', ' '));
                    if (result.ErrorStackTrace?.TrimEnd().Contains('\n') == true)
                    {
                        // A story has one frame, for an IDE to jump to. More of them are a mistake of the judge.
                        Console.WriteLine(result.ErrorStackTrace.TrimEnd());
                    }
                }
                else
                {
                    // A learner's own test: what any test shows.
                    Console.WriteLine(result.TestCase.FullyQualifiedName);
                    Console.WriteLine(result.ErrorMessage?.Trim('\r', '\n', ' '));
                    Console.WriteLine(result.ErrorStackTrace?.TrimEnd());
                }

                break;
            default:
                _skipped++;
                break;
        }
    }

    private void Count(TestRunCompleteEventArgs e)
    {
        if (e.Error is { } error)
        {
            Console.Error.WriteLine(error.Message);
        }

        if (_isWholePath && _passed > 0 && _failed + _skipped == 0)
        {
            Console.WriteLine();
            Console.WriteLine(Closing);
        }

        string skipped = _skipped > 0 ? $", {_skipped} skipped" : "";
        Console.WriteLine();
        Console.WriteLine($"{_passed} passed, {_failed} failed{skipped}");
    }
}
