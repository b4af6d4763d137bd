using Sensei.Path;
using Sensei.Records;

namespace Sensei.Telling.Words;

/// <summary>The names of source files as a learner sees them: relative to the course's root, with slashes.</summary>
internal static class SourceName
{
    /// <summary>The file's name alone.</summary>
    public static string Short(string file) => file[(file.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>The file's path from the course's root: the folder that holds the lesson's folder comes first.</summary>
    public static string Relative(string file, Place place)
    {
        var parts = file.Split('/', '\\');
        var lesson = Array.LastIndexOf(parts, place.Lesson);
        return string.Join('/', lesson > 0 ? parts[(lesson - 1)..] : parts[^1..]);
    }

    /// <summary>True for a stub: the kind of file in a lesson's folder that a learner edits.</summary>
    public static bool IsStub(SourceLine? line, Place place) =>
        line is not null
        && Array.LastIndexOf(line.File.Split('/', '\\'), place.Lesson) >= 0
        && !Short(line.File).StartsWith("About", StringComparison.Ordinal);
}
