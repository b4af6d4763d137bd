using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling.Reasons;

/// <summary>Both sides hold a lock, and not the same one: whatever goes wrong between them, that is the cause.</summary>
internal static class OtherLock
{
    /// <summary>The cause of a finding in locks that differ, or null when it is not that.</summary>
    public static Finding? Behind(Tale tale, Finding finding)
    {
        var steps = finding.Steps.Select(tale.Step).OfType<StepRecord>().OrderBy(step => step.Number).ToList();
        if (tale.Step(finding.Reason.Step) is not { } wrong)
        {
            return null;
        }

        // Who lets go of a lock in between has another mistake than this one.
        var own = steps.FindAll(step => step.Thread == wrong.Thread);
        var common = own.Select(step => step.Held.AsEnumerable()).Aggregate((one, other) => one.Intersect(other)).ToList();
        var stranger = steps.Find(step => step.Thread != wrong.Thread && step.Held.Count > 0 && !step.Held.Intersect(common).Any());
        if (common.Count == 0 || stranger is null
            || Taking(tale, own[0], common[^1]) is not { } first || Taking(tale, stranger, stranger.Held[^1]) is not { } second)
        {
            return null;
        }

        var later = first.Number > second.Number ? first : second;
        return new Finding(
            nameof(OtherLock),
            finding.Location,
            [.. finding.Steps, first.Number, second.Number],
            new Reason(later.Number, Words(tale, first, second)));
    }

    private static StepRecord? Taking(Tale tale, StepRecord touch, int taken) => tale.Run.Steps.LastOrDefault(step =>
        step.Kind == StepKind.Acquire && step.Number < touch.Number && step.Thread == touch.Thread && step.Location == taken);

    private static string Words(Tale tale, StepRecord first, StepRecord second)
    {
        var (one, other) = (Clean.Of(first.Target), Clean.Of(second.Target));
        var (alice, bob) = (tale.Cast[first.Thread], tale.Cast[second.Thread]);
        return one == other && one.Length > 0
            ? $"{tale.Cast.All(new[] { first.Thread, second.Thread }.Order())} hold different locks: two objects have been {Verb.Name(first)}"
            : $"{alice} holds {Verb.Name(first)} and {bob} {Verb.Name(second)}: different locks keep nobody out";
    }
}
