using System.Text.RegularExpressions;

namespace Grader.Sources;

/// <summary>A lesson as its files make it: a folder with a number, in which About*.cs holds koans and every other file of C# is a stub.</summary>
/// <param name="Name">The folder: "02-Races".</param>
/// <param name="Koans">The files with the koans.</param>
/// <param name="Stubs">The files that a learner works on.</param>
/// <param name="Borrowed">What the koans use of other lessons, solved where the course has it: each lesson is graded by itself.</param>
internal sealed partial record Lesson(string Name, IReadOnlyList<Leaf> Koans, IReadOnlyList<Leaf> Stubs, IReadOnlyList<Leaf> Borrowed)
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
               select new Lesson(folder.Key, [.. files[true]], [.. files[false]], [.. files[true].SelectMany(file => BorrowedBy(course, file))]),
        ];

    private static IEnumerable<Leaf> BorrowedBy(ITree course, Leaf koans) =>
        from Match line in LessonInUse().Matches(System.Text.Encoding.UTF8.GetString(course.Read([koans])[0]))
        let path = new Regex($@"^(Koans|Solutions)/\d\d-{line.Groups[1].Value}/(?!About)[^/]+\.cs$", RegexOptions.CultureInvariant)
        from stub in course.Files.Where(file => path.IsMatch(file.Path)).GroupBy(file => System.IO.Path.GetFileName(file.Path))
        select stub.MaxBy(file => file.Path, StringComparer.Ordinal)!;

    private static bool IsKoans(string path) => path[(path.LastIndexOf('/') + 1)..].StartsWith("About", StringComparison.Ordinal);

    [GeneratedRegex(@"^using Koans\.(\w+);", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LessonInUse();

    [GeneratedRegex(@"^Koans/(\d\d-[^/]+)/.*\.cs$", RegexOptions.CultureInvariant)]
    private static partial Regex SourcePath();
}

/// <summary>A file of C# and its content.</summary>
/// <param name="Path">Its path from the root.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Source(string Path, byte[] Content);
