using Grader.Sources;

namespace Grader;

/// <summary>What of a submission counts: the stubs of the course, and nothing else.</summary>
/// <param name="Stubs">Their contents, by lesson.</param>
/// <param name="NotGraded">Files that differ from the course and do not count.</param>
internal sealed record Submission(IReadOnlyDictionary<string, IReadOnlyList<Source>> Stubs, IReadOnlyList<string> NotGraded)
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Reads the stubs from a tree, each of which has to be an ordinary file of ordinary length.</summary>
    public static Submission Read(Course course, ITree tree, ITree? whole)
    {
        var files = tree.Files.ToDictionary(file => file.Path);
        var leaves = course.Lessons.SelectMany(lesson => lesson.Files.Stubs).Select(stub => Checked(stub.Path, files)).ToList();
        var sources = Course.Read(tree, leaves).ToDictionary(source => source.Path);
        var stubs = course.Lessons.ToDictionary(
            lesson => lesson.Name,
            lesson => (IReadOnlyList<Source>)[.. lesson.Files.Stubs.Select(stub => sources[stub.Path])]);
        return new Submission(stubs, whole is null ? [] : Others(course, tree, whole));
    }

    private static Leaf Checked(string path, Dictionary<string, Leaf> files) => files.GetValueOrDefault(path) switch
    {
        null when files.Keys.Any(other => other.Equals(path, StringComparison.OrdinalIgnoreCase)) => throw new Refused($"{path} is missing: the submission spells its name differently."),
        null => throw new Refused($"{path} is missing from the submission."),
        { Mode: "120000" } => throw new Refused($"{path} is a link in the submission; it has to be a file."),
        { Mode: "160000" } => throw new Refused($"{path} is a submodule in the submission; it has to be a file."),
        { Mode: not Leaf.Ordinary } => throw new Refused($"{path} is marked as executable in the submission; git update-index --chmod=-x {path} mends that."),
        { Size: > MostBytes } file => throw new Refused($"{path} is {file.Size / 1024} KB long, and a stub may have {MostBytes / 1024}."),
        var file => file,
    };

    private static List<string> Others(Course course, ITree tree, ITree whole)
    {
        var before = whole.Files.ToDictionary(file => file.Path);
        var changed = tree.Files.Where(file => !(before.TryGetValue(file.Path, out var same) && same.Id == file.Id && same.Mode == file.Mode)).Select(file => file.Path);
        var files = tree.Files.Select(file => file.Path).ToHashSet();
        // a course is handed out without its solutions and what is for maintainers; then nobody has deleted them
        var deleted = before.Keys.Where(path => !files.Contains(path) && path.StartsWith("Koans/", StringComparison.Ordinal) && !path.StartsWith("Koans/Sensei/Figures/", StringComparison.Ordinal)).Select(path => path + " (deleted)");
        return [.. changed.Where(path => !course.Stubs.Contains(path)).Concat(deleted).Order(StringComparer.Ordinal)];
    }
}
