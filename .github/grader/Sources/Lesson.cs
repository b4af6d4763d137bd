using System.Text.RegularExpressions;

namespace Grader.Sources;

/// <summary>A lesson as its files make it: a folder with a number, in which About*.cs holds koans and every other file of C# is a stub.</summary>
/// <param name="Name">The folder: "02-Races".</param>
/// <param name="Koans">The files with the koans.</param>
/// <param name="Stubs">The files that a learner works on.</param>
internal sealed partial record Lesson(string Name, IReadOnlyList<Leaf> Koans, IReadOnlyList<Leaf> Stubs)
{
    /// <summary>The lessons of a course, in the order of the path.</summary>
    public static IReadOnlyList<Lesson> In(ITree course) =>
        [
            .. from file in course.Files
               let match = SourcePath().Match(file.Path)
               where match.Success
               group file by match.Groups[1].Value into folder
               orderby folder.Key
               let files = folder.ToLookup(file => IsKoans(file.Path))
               select new Lesson(folder.Key, [.. files[true]], [.. files[false]]),
        ];

    private static bool IsKoans(string path) => path[(path.LastIndexOf('/') + 1)..].StartsWith("About", StringComparison.Ordinal);

    [GeneratedRegex(@"^Koans/(\d\d-[^/]+)/.*\.cs$", RegexOptions.CultureInvariant)]
    private static partial Regex SourcePath();
}

/// <summary>A file of C# and its content.</summary>
/// <param name="Path">Its path from the root.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Source(string Path, byte[] Content);
