using Sensei.Records;

namespace Sensei.Path;

/// <summary>The one stack frame that goes with a story, so that an IDE can jump to the learner's line.</summary>
internal static class Frame
{
    /// <summary>The frame of the line to look at, or an empty string where there is none.</summary>
    public static string Of(Verdict verdict) =>
        Line(verdict.Story) is { } line ? $"   at {line.Member}() in {line.File}:line {line.Line}" : "";

    /// <summary>The line at which the run went wrong; failing that, the last line that any of its threads took.</summary>
    private static SourceLine? Line(RunRecord? story) => story?.Ending switch
    {
        ThreadException { At: { } at } => at,
        Inconclusive { At: { } at } => at,
        NotFollowed { At: { } at } => at,
        Deadlock { Waiting: var waiting } => At(waiting),
        Livelock { Waiting: var waiting } => At(waiting),
        LostWakeUp { Waiting: var waiting } => At(waiting),
        null => null,
        _ => story.Steps.LastOrDefault(step => step.Thread != 0 && step.At is not null)?.At,
    };

    private static SourceLine? At(IReadOnlyList<Blocked> waiting) =>
        (waiting.FirstOrDefault(blocked => blocked.Thread != 0 && blocked.At is not null) ?? waiting.FirstOrDefault())?.At;
}
