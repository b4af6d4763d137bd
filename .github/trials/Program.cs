using System.Diagnostics;

namespace Trials;

/// <summary>The command line of the trials.</summary>
public static class Program
{
    /// <summary>Runs the trials: all attacks and controls; with a word, the attacks that have it in their names; with --attacks or --controls, these; with --flow, the pull request; with --class N, a class of so many.</summary>
    /// <returns>0 when all went as it should, 1 otherwise.</returns>
    public static int Run(string[] arguments)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var root = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator((string)AppContext.GetData("EntryPointFileDirectoryPath")!))!;
        using var repository = new Repository(root);
        var grader = new Grader(root, repository.Folder);
        IReadOnlyList<string> wrong;
        switch (arguments)
        {
            case ["--class", var size]:
                wrong = Timed($"A class of {size}", () => SchoolClass.Try(root, repository, grader, int.Parse(size)));
                break;
            case ["--attacks"]:
                wrong = Timed("Attacks", () => Attacks.Try(root, repository, grader, null));
                break;
            case ["--controls"]:
                wrong = Timed("Controls", () => Controls.Try(root, repository, grader));
                break;
            case ["--flow"]:
                wrong = Timed("The pull request", () => Flow.Try(root, repository));
                break;
            case [var only]:
                wrong = Timed("Attacks", () => Attacks.Try(root, repository, grader, only));
                break;
            default:
                wrong = [.. Timed("Attacks", () => Attacks.Try(root, repository, grader, null)), .. Timed("Controls", () => Controls.Try(root, repository, grader))];
                break;
        }

        foreach (var sentence in wrong)
        {
            Console.WriteLine("WRONG: " + sentence);
        }

        Console.WriteLine(wrong.Count == 0 ? "The grader did what it should." : $"The grader went wrong {wrong.Count} times.");
        return wrong.Count == 0 ? 0 : 1;
    }

    private static IReadOnlyList<string> Timed(string name, Func<IReadOnlyList<string>> trial)
    {
        Console.WriteLine(name);
        var start = Stopwatch.GetTimestamp();
        var wrong = trial();
        Console.WriteLine($"  {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        return wrong;
    }
}
