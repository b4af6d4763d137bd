using Grader.Compiling;
using Grader.Judging;
using Grader.Sources;
using Grader.Telling;

namespace Grader;

/// <summary>The command line: what is asked for, what is printed, and with which code it ends.</summary>
public static class Program
{
    /// <summary>The first arguments of this program's own child processes.</summary>
    internal const string ToCompile = "--compile-for-the-grader", ToJudge = "--judge-for-the-grader";

    private const int Complete = 0, Incomplete = 1, IsRefused = 2, Fault = 3;

    /// <summary>Runs the grader.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>The exit code, as <see cref="Options.Usage"/> says.</returns>
    public static async Task<int> Run(string[] arguments)
    {
        switch (arguments)
        {
            case [ToCompile]:
                Compiler.Serve();
                return Complete;
            case [ToJudge]:
                Judge.Serve();
                return Complete;
        }

        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var folder = Directory.CreateTempSubdirectory("koans-").FullName;
        try
        {
            var options = Options.Parse(arguments);
            if (options.Help)
            {
                Console.WriteLine(Options.Usage);
                return Complete;
            }

            return await One(options, folder);
        }
        catch (Refused refused)
        {
            Console.WriteLine(refused.Message);
            return IsRefused;
        }
        catch (Exception fault)
        {
            Console.WriteLine("The grader itself has failed, which says nothing of the submission:");
            Console.WriteLine(Text.Block(fault.ToString()));
            return Fault;
        }
        finally
        {
            Grading.TryDelete(folder);
        }
    }

    private static async Task<int> One(Options options, string folder)
    {
        var root = Root();
        var whole = Git.At(root) is { } git ? GitTree.Of(git, "HEAD") : null;
        ITree tree = options.Path is { } path ? GitTree.At(path, options.Ref) : new DiskTree(root);
        var course = await Course.Open(root, new DiskTree(root), options.Lesson, Path.Combine(folder, "course"));
        var grade = await new Grading(course, folder, TimeSpan.FromSeconds(options.Seconds)).Grade(tree, options.Path is null ? null : whole);
        Console.WriteLine(Terminal.Of(grade));
        return grade.Met >= (options.Min ?? grade.Total) ? Complete : Incomplete;
    }

    /// <summary>The root of the course that this program lies in.</summary>
    private static string Root() =>
        AppContext.GetData("EntryPointFileDirectoryPath") is string github
            ? Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(github))!
            : throw new InvalidOperationException("Start it by its file: dotnet run --file .github/grade.cs");
}
