using Sensei.Path;
using Sensei.Records;

namespace Sensei.Telling.Words;

/// <summary>The names of source files as a learner sees them: relative to the course's root, with slashes.</summary>
internal static class SourceName
{
    /// <summary>The file's name alone.</summary>
    public static string Short(string file) => file[(file.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>The file's name without its ending.</summary>
    public static string Bare(string file) => Short(file) is var name && name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : Short(file);

    /// <summary>The file's path from the course's root; without a root, from the folder that holds the lesson's folder.</summary>
    public static string Relative(string file, Place place)
    {
        var root = place.Root.Replace('\\', '/').TrimEnd('/') + "/";
        var path = file.Replace('\\', '/');
        if (root.Length > 1 && path.StartsWith(root, StringComparison.OrdinalIgnoreCase))
        {
            return path[root.Length..];
        }

        var parts = path.Split('/');
        var lesson = Array.LastIndexOf(parts, place.Lesson);
        return string.Join('/', lesson > 0 ? parts[(lesson - 1)..] : parts[^1..]);
    }

    /// <summary>True for a stub: the kind of file in a lesson's folder that a learner edits.</summary>
    public static bool IsStub(SourceLine? line, Place place) =>
        line is not null
        && Array.LastIndexOf(line.File.Split('/', '\\'), place.Lesson) >= 0
        && !Short(line.File).StartsWith("About", StringComparison.Ordinal);
}
