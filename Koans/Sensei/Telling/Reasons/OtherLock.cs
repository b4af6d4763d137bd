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
        var touches = finding.Steps.Select(tale.Step).OfType<StepRecord>()
            .Where(step => step.Location == finding.Location && step.Held.Count > 0)
            .OrderBy(step => step.Number)
            .ToList();
        foreach (var (one, other) in touches.SelectMany(one => touches.Select(other => (one, other))))
        {
            if (one.Thread < other.Thread && !one.Held.Intersect(other.Held).Any()
                && Taking(tale, one) is { } first && Taking(tale, other) is { } second)
            {
                var later = first.Number > second.Number ? first : second;
                return new Finding(
                    nameof(OtherLock),
                    finding.Location,
                    [.. finding.Steps, first.Number, second.Number],
                    new Reason(later.Number, Words(tale, first, second)));
            }
        }

        return null;
    }

    private static StepRecord? Taking(Tale tale, StepRecord touch) => tale.Run.Steps.LastOrDefault(step =>
        step.Kind == StepKind.Acquire && step.Number < touch.Number && step.Thread == touch.Thread && step.Location == touch.Held[^1]);

    private static string Words(Tale tale, StepRecord first, StepRecord second)
    {
        var (one, other) = (Clean.Of(first.Target), Clean.Of(second.Target));
        var (alice, bob) = (tale.Cast[first.Thread], tale.Cast[second.Thread]);
        return one == other && one.Length > 0
            ? $"{alice} and {bob} hold different locks: two objects have been {Verb.Name(first)}"
            : $"{alice} holds {Verb.Name(first)} and {bob} {Verb.Name(second)}: different locks keep nobody out";
    }
}
