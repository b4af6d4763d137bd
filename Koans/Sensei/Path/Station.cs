using System.Reflection;
using System.Text.RegularExpressions;

namespace Sensei.Path;

/// <summary>A koan's place on the path, and the files around it.</summary>
/// <param name="Method">The koan's method.</param>
/// <param name="Koan">What its attribute says.</param>
public sealed record Station(MethodInfo Method, StationAttribute Koan)
{
    /// <summary>The koan's sentence.</summary>
    public string Sentence => Path.Sentence.Of(Method.Name);

    /// <summary>Every koan of an assembly, in the order of the path: by lesson, then by line.</summary>
    /// <param name="assembly">The test assembly.</param>
    public static IReadOnlyList<Station> All(Assembly assembly) =>
        [
            .. from type in assembly.GetTypes()
               from method in type.GetMethods()
               let koan = method.GetCustomAttribute<StationAttribute>()
               where koan is not null
               orderby koan.Lesson, koan.Line
               select new Station(method, koan),
        ];

    /// <summary>Where the koan stands, as a reader is told.</summary>
    /// <param name="walk">The run so far.</param>
    public Place Place(Walk walk)
    {
        IReadOnlyList<Station> path = All(Method.Module.Assembly);
        string folder = $"{Project}/{Koan.Lesson}";
        return new Place(
            Lesson: Koan.Lesson,
            Title: Path.Sentence.Title(Koan.Lesson),
            Koan: Sentence,
            Number: path.TakeWhile(other => other.Method != Method).Count() + 1,
            Total: path.Count,
            Met: walk.Met,
            Before: walk.Last is { } last ? new Previous(last.Sentence, last.Compare) : null,
            Stubs: Stubs,
            Folder: folder,
            Hints: $"Koans/{Koan.Lesson}/README.md",
            Root: Root);
    }

    /// <summary>The command that shows how the koan's stubs differ from their solutions.</summary>
    private string Compare
    {
        get
        {
            // git compares two files or two folders: with several stubs, the lesson as a whole.
            string what = Stubs.Count == 1 ? $"{Koan.Lesson}/{System.IO.Path.GetFileName(Stubs[0])}" : Koan.Lesson;
            string only = Stubs.Count == 1 ? "" : "--diff-filter=M ";
            return $"git diff --no-index {only}Koans/{what} Solutions/{what}";
        }
    }

    /// <summary>The stubs that the koan's source names, or all those of its lesson if it names none.</summary>
    private IReadOnlyList<string> Stubs
    {
        get
        {
            string folder = System.IO.Path.Combine(Root, Project, Koan.Lesson);
            if (!Directory.Exists(folder))
            {
                return [];
            }

            string[] all =
            [
                .. from file in Directory.EnumerateFiles(folder, "*.cs")
                   let name = System.IO.Path.GetFileNameWithoutExtension(file)
                   where !name.StartsWith("About", StringComparison.Ordinal)
                   orderby name
                   select name,
            ];
            string text = Source();
            string[] named = [.. all.Where(name => Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b"))];
            return [.. (named.Length > 0 ? named : all).Select(name => $"{Project}/{Koan.Lesson}/{name}.cs")];
        }
    }

    private string Root =>
        Method.Module.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(data => data.Key == "CourseRoot")?.Value is { } root
            ? System.IO.Path.TrimEndingDirectorySeparator(root)
            : "";

    /// <summary>The folder of the project, which has the name of its assembly: "Koans" or "Solutions".</summary>
    private string Project => Method.Module.Assembly.GetName().Name ?? "";

    /// <summary>The koan's lines, up to the next koan of the file.</summary>
    private string Source()
    {
        if (!File.Exists(Koan.File))
        {
            return "";
        }

        int end = All(Method.Module.Assembly)
            .Where(other => other.Koan.File == Koan.File && other.Koan.Line > Koan.Line)
            .Select(other => other.Koan.Line)
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        return string.Join('\n', File.ReadLines(Koan.File).Skip(Koan.Line - 1).Take(end - Koan.Line));
    }
}
