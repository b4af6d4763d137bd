using Grader.Sources;
using Grader.Telling;

namespace Grader;

/// <summary>What a working tree is graded with: its own koans. Whoever has changed them is told, for the grade of record knows only the course's.</summary>
internal static class Own
{
    /// <summary>A sentence on the koans that differ from those of the course this clone was made from; empty when none do.</summary>
    /// <param name="git">The repository of the working tree.</param>
    /// <param name="tree">The working tree.</param>
    public static string Koans(Git git, ITree tree)
    {
        if (git.Ask("merge-base", "HEAD", "refs/remotes/origin/HEAD") is not { Length: > 0 } from || GitTree.Of(git, from) is not { } course)
        {
            return "";
        }

        var before = Lesson.In(course).SelectMany(lesson => lesson.Koans).ToDictionary(file => file.Path, file => file.Id);
        var now = Lesson.In(tree).SelectMany(lesson => lesson.Koans).ToDictionary(file => file.Path, file => file.Id);
        var edited = before.Keys.Union(now.Keys).Where(path => before.GetValueOrDefault(path) != now.GetValueOrDefault(path)).Order(StringComparer.Ordinal).ToList();
        return edited.Count == 0 ? "" : $"Not as the course has them, and judged as they are here: {Report.Some(edited, Text.Line)}. A grade of record uses the course's.\n";
    }
}
