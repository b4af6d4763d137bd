using Grader.Compiling;
using Grader.Judging;
using Grader.Running;
using Grader.Sources;
using Grader.Telling;

namespace Grader;

/// <summary>The command line: what is asked for, what is printed, and with which code it ends.</summary>
public static class Program
{
    /// <summary>The first arguments of this program's own child processes.</summary>
    internal const string ToCompile = "--compile-for-the-grader", ToJudge = "--judge-for-the-grader";

    /// <summary>Runs the grader.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>The exit code, as the text of --help says.</returns>
    public static async Task<int> Run(string[] arguments)
    {
        switch (arguments)
        {
            case [ToCompile]:
                Compiler.Serve();
                return Exit.Complete;
            case [ToJudge]:
                Judge.Serve();
                return Exit.Complete;
        }

        Console.OutputEncoding = System.Text.Encoding.UTF8;
        using var interrupt = Interrupt.Heard();
        using var folder = Interrupt.NewFolder("koans-");
        try
        {
            var options = Options.Parse(arguments);
            if (options.Help)
            {
                Console.WriteLine(Options.Usage);
                return Exit.Complete;
            }

            return await Graded(options, folder.Path);
        }
        catch (Refused refused)
        {
            Console.WriteLine(refused.Message);
            Page.Append(Page.OfRefusal(refused.Message));
            return Exit.Refused;
        }
        catch (Exception fault)
        {
            Console.WriteLine("The grader itself has failed, which says nothing of the submission:");
            Console.WriteLine(Text.Block(fault.ToString()));
            return Exit.Fault;
        }
    }

    private static async Task<int> Graded(Options options, string folder)
    {
        var root = Root();
        Sdk.Check(root);
        // what can be told at once is not worth a wait
        var entries = options.List is { } file ? Many.Entries(file) : [];
        var whole = Git.At(root) is { } git ? GitTree.Of(git, "HEAD") : null;
        using var compile = new Compile(folder);
        var course = await Course.Open(root, new DiskTree(root), options.Lesson, Path.Combine(folder, "course"), compile);
        var grading = new Grading(course, options is { Path: null, List: null } ? null : whole, folder, compile, TimeSpan.FromSeconds(options.Seconds), options.Afresh);
        var many = new Many(course, grading, options);
        if (options.List is null && !Console.IsErrorRedirected)
        {
            // somebody sits there and sees nothing until all is done
            Console.Error.WriteLine($"Judging {course.Lessons.Sum(lesson => lesson.Koans.Count)} koans. Where one hangs, this may take a minute.");
        }

        IReadOnlyList<Row> rows = options.List is not null ? await many.Of(entries)
            : [await many.One(options.Path, options.Ref, options.Path is null ? new DiskTree(root) : null)];
        if (options.Json is { } json)
        {
            Data.Leave(json, rows, withRecords: options.List is null);
        }

        if (options.Path is null && options.List is null && Sources.Git.At(root) is { } own && Own.Koans(own, new DiskTree(root)) is { Length: > 0 } edited)
        {
            Console.WriteLine(edited);
        }

        if (options.List is null)
        {
            var row = rows[0];
            Console.WriteLine(row.Grade is { } grade ? Terminal.Of(grade) : Text.Block(row.Said));
            Page.Append(row.Grade is { } graded ? Page.Of(graded) : Page.OfRefusal(row.Said));
        }

        return rows.Select(row => row.Exit).DefaultIfEmpty(Exit.Complete).Max();
    }

    /// <summary>The root of the course that this program lies in.</summary>
    private static string Root() =>
        AppContext.GetData("EntryPointFileDirectoryPath") is string github
            ? Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(github))!
            : throw new InvalidOperationException("Start it by its file: dotnet run --file .github/grade.cs");
}
