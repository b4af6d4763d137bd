using Sensei.Records;
using Sensei.Telling.Words;

namespace Sensei.Telling.Reasons;

/// <summary>Two locations that belong together, changed by one thread in two steps and read by another in between.</summary>
internal static class TornView
{
    /// <summary>All pairs of readings in a run of which one saw a change and the other did not.</summary>
    public static IEnumerable<Finding> In(Tale tale)
    {
        var shared = tale.Run.Steps
            .Where(step => tale.Scope.IsShared(step.Location) && tale.Scope.IsDuring(step)
                && (step.Kind == StepKind.Read || Verb.Changes(step)))
            .ToList();
        var byThread = shared.GroupBy(step => step.Thread).Select(group => group.ToList()).ToList();
        foreach (var (first, second) in byThread.SelectMany(Neighbours).Where(pair => IsReading(pair.First, pair.Second)))
        {
            foreach (var (one, two) in byThread.SelectMany(Neighbours).Where(pair => IsWriting(pair.First, pair.Second)))
            {
                if (one.Thread == first.Thread || Told(tale, first, second, one, two) is not { } reason)
                {
                    continue;
                }

                yield return new Finding(
                    nameof(TornView),
                    second.Location,
                    [first.Number, second.Number, one.Number, two.Number],
                    new Reason(second.Number, reason));
            }
        }
    }

    private static string? Told(Tale tale, StepRecord first, StepRecord second, StepRecord one, StepRecord two)
    {
        var writer = tale.Cast[one.Thread];
        var firstWritten = one.Location == first.Location ? one : two;
        var secondWritten = one.Location == first.Location ? two : one;
        if (firstWritten.Location != first.Location || secondWritten.Location != second.Location)
        {
            return null;
        }

        return (firstWritten.Number < first.Number, secondWritten.Number < second.Number) switch
        {
            (true, false) => $"sees {writer}'s new {Verb.Name(first)} with the old {Verb.Name(second)}",
            (false, true) => $"sees the old {Verb.Name(first)} with {writer}'s new {Verb.Name(second)}",
            _ => null,
        };
    }

    private static bool IsReading(StepRecord first, StepRecord second) =>
        first.Kind == StepKind.Read && second.Kind == StepKind.Read && first.Location != second.Location;

    private static bool IsWriting(StepRecord first, StepRecord second) =>
        Verb.Changes(first) && Verb.Changes(second) && first.Location != second.Location;

    private static IEnumerable<(StepRecord First, StepRecord Second)> Neighbours(List<StepRecord> steps) => steps.Zip(steps.Skip(1));
}
