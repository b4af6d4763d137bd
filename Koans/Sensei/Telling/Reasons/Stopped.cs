using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling.Reasons;

/// <summary>An exception leaves a thread: there it stops, often for what it saw and another one has changed since.</summary>
internal static class Stopped
{
    /// <summary>The step at which the thread stops.</summary>
    public static List<Finding> In(Tale tale)
    {
        if (tale.Run.Ending is not ThreadException ending
            || tale.Run.Steps.LastOrDefault(step => step.Kind == StepKind.Throw && step.Thread == ending.Thread) is not { } stop)
        {
            return [];
        }

        return [Stale(tale, stop) ?? Finding(stop, [stop.Number], $"{tale.Cast[ending.Thread]} stops here")];
    }

    private static Finding? Stale(Tale tale, StepRecord stop)
    {
        var before = tale.Run.Steps.Where(step => step.Number < stop.Number && tale.Scope.IsShared(step.Location)).ToList();
        var look = before.LastOrDefault(step => step.Thread == stop.Thread && step.Kind == StepKind.Read
            && before.Exists(other => other.Number > step.Number && other.Thread != step.Thread
                && other.Location == step.Location && Verb.Changes(other)));
        if (look is null)
        {
            return null;
        }

        var change = before.Last(step => step.Location == look.Location && Verb.Changes(step) && step.Thread != look.Thread);
        var seen = look.Value is null ? $"looked at {Verb.Name(look)}" : $"read {Verb.Name(look)}: {Clean.Value(look.Value)}";
        return Finding(
            stop,
            [look.Number, change.Number, stop.Number],
            $"had {seen}, and {tale.Cast[change.Thread]} has changed it since");
    }

    private static Finding Finding(StepRecord stop, IReadOnlyList<int> steps, string text) =>
        new(nameof(Stopped), stop.Location, steps, new Reason(stop.Number, text));
}
