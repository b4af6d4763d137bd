using Sensei.Records;
using Sensei.Telling;

namespace Sensei.Path;

/// <summary>The one stack frame that goes with a story, so that an IDE can jump to the learner's line.</summary>
internal static class Frame
{
    /// <summary>The frame of the line that the story says to look at, or an empty string where there is none.</summary>
    public static string Of(Verdict verdict, Place place) =>
        Teller.LookAt(verdict, place) is { } line ? $"   at {line.Member}() in {line.File}:line {line.Line}" : "";
}
