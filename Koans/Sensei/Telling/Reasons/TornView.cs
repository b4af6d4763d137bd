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
        foreach (var (first, second) in byThread.SelectMany(steps => steps.Zip(steps.Skip(1))).Where(pair => IsReading(pair.First, pair.Second)))
        {
            foreach (var changes in byThread.Where(steps => steps[0].Thread != first.Thread).Select(steps => steps.FindAll(Verb.Changes)))
            {
                if ((Before(tale, first, second, changes) ?? After(tale, first, second, changes)) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>Both were changed between the two readings: the first saw nothing of it, the second all.</summary>
    private static Finding? Before(Tale tale, StepRecord first, StepRecord second, List<StepRecord> changes)
    {
        var between = changes.FindAll(step => step.Number > first.Number && step.Number < second.Number);
        var one = between.Find(step => step.Location == first.Location);
        var other = between.FindLast(step => step.Location == second.Location);
        return one is null || other is null
            ? null
            : Found(first, second, one, other, $"sees the old {Verb.Name(first)} with {tale.Cast[one.Thread]}'s new {Verb.Name(second)}");
    }

    /// <summary>The first was changed already, and the second is changed only after both readings.</summary>
    private static Finding? After(Tale tale, StepRecord first, StepRecord second, List<StepRecord> changes)
    {
        var one = changes.FindLast(step => step.Location == first.Location && step.Number < first.Number);
        var other = one is null ? null : changes.Find(step => step.Location == second.Location && step.Number > one.Number);
        return one is null || other is null || other.Number < second.Number
            ? null
            : Found(first, second, one, other, $"sees {tale.Cast[one.Thread]}'s new {Verb.Name(first)} with the old {Verb.Name(second)}");
    }

    private static Finding Found(StepRecord first, StepRecord second, StepRecord one, StepRecord other, string text) => new(
        nameof(TornView),
        second.Location,
        [first.Number, second.Number, one.Number, other.Number],
        new Reason(second.Number, text));

    private static bool IsReading(StepRecord first, StepRecord second) =>
        first.Kind == StepKind.Read && second.Kind == StepKind.Read && first.Location != second.Location;
}
