using System.Diagnostics;
using System.Text;

namespace Trials;

/// <summary>A temporary clone of the course, with a branch for every submission that is to be graded.</summary>
internal sealed class Repository : IDisposable
{
    private const string Base = "course";

    /// <summary>Clones a course as it was last committed.</summary>
    public Repository(string root)
    {
        Folder = Directory.CreateTempSubdirectory("trials-").FullName;
        Run("git", Folder, "clone", "-q", "--no-checkout", root, Clone);
        Git("checkout", "-q", "-b", Base);
    }

    /// <summary>The temporary folder.</summary>
    public string Folder { get; }

    /// <summary>The clone in it.</summary>
    public string Clone => Path.Combine(Folder, "clone");

    /// <summary>Makes a branch with changes.</summary>
    public void Branch(string name, Action change)
    {
        Git("checkout", "-q", "-f", "-B", name, Base);
        Git("clean", "-q", "-f", "-d", "-x");
        change();
        // the index has what no file system may be able to hold
        Git("add", "-f", "-A", "--ignore-errors");
    }

    /// <summary>Ends a branch.</summary>
    public void Commit() => Git("-c", "user.name=learner", "-c", "user.email=learner@example.org", "commit", "-q", "--allow-empty", "-m", "My koans");

    /// <summary>Changes files.</summary>
    public void Apply(Change change)
    {
        var file = Path.Combine(Clone, change.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        switch (change.Verb)
        {
            case "file":
                File.WriteAllText(file, change.Content);
                break;
            case "repeat":
                File.WriteAllText(file, File.ReadAllText(file) + string.Concat(Enumerable.Repeat(change.Content, int.Parse(change.Argument))));
                break;
            case "delete":
                File.Delete(file);
                break;
            case "rename":
                File.Move(file, Path.Combine(Clone, change.Argument));
                break;
            case "link":
                File.Delete(file);
                File.CreateSymbolicLink(file, change.Argument);
                break;
            case "nest":
                File.WriteAllText(file, change.Content.Replace("@", new string('(', int.Parse(change.Argument)) + "1" + new string(')', int.Parse(change.Argument)), StringComparison.Ordinal));
                break;
            default:
                throw new InvalidOperationException($"No change is called {change.Verb}.");
        }
    }

    /// <summary>Changes the index alone, after everything else.</summary>
    public void ApplyToIndex(Change change)
    {
        switch (change.Verb)
        {
            case "executable":
                Git("update-index", "--chmod=+x", change.Path);
                break;
            case "submodule":
                Git("update-index", "--add", "--force-remove", change.Path);
                Git("update-index", "--add", "--cacheinfo", $"160000,{Git("rev-parse", "HEAD")},{change.Path}");
                break;
        }
    }

    /// <summary>Runs git in the clone.</summary>
    public string Git(params string[] arguments) => Run("git", Clone, arguments).Output.Trim();

    /// <summary>Runs a program; fails when it fails, unless it may.</summary>
    public static (string Output, int Exit) Run(string program, string folder, params string[] arguments)
    {
        var (output, errors, exit) = Try(program, folder, arguments);
        return exit == 0 ? (output, exit) : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {exit}\n{output}{errors}");
    }

    /// <summary>Runs a program.</summary>
    public static (string Output, string Errors, int Exit) Try(string program, string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal) || name.StartsWith("KOANS", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = Echoed(process.StandardError);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, errors.Result, process.ExitCode);
    }

    /// <summary>Reads to the end; somebody at a terminal sees how far it is.</summary>
    private static async Task<string> Echoed(StreamReader reader)
    {
        var all = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            all.AppendLine(line);
            if (!Console.IsErrorRedirected)
            {
                Console.Error.WriteLine("    " + line);
            }
        }

        return all.ToString();
    }

    public void Dispose()
    {
        // git's own objects are read-only
        foreach (var file in Directory.EnumerateFiles(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
