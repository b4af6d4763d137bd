using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling.Reasons;

/// <summary>A thread reads a location, another one writes it, and the first writes what it made of its old reading.</summary>
internal static class LostUpdate
{
    /// <summary>All lost updates of a run.</summary>
    public static IEnumerable<Finding> In(Tale tale)
    {
        var shared = tale.Run.Steps.Where(step => tale.Scope.IsShared(step.Location) && tale.Scope.IsDuring(step));
        foreach (var place in shared.GroupBy(step => step.Location))
        {
            var steps = place.ToList();
            foreach (var write in steps.Where(step => step.Kind == StepKind.Write))
            {
                // Its own last touch before the write: only a reading can have been the source of what it writes.
                var source = steps.LastOrDefault(step => step.Thread == write.Thread && step.Number < write.Number);
                if (source is not { Kind: StepKind.Read } || Check.Before(steps, write) is not null)
                {
                    // With a check before it, what matters is the decision.
                    continue;
                }

                var lost = steps
                    .Where(step => step.Number > source.Number && step.Number < write.Number && Verb.Changes(step))
                    .ToList();
                if (lost.Count > 0)
                {
                    yield return new Finding(
                        nameof(LostUpdate),
                        place.Key,
                        [source.Number, write.Number, .. lost.Select(step => step.Number)],
                        new Reason(write.Number, Words(tale, source, lost)));
                }
            }
        }
    }

    private static string Words(Tale tale, StepRecord source, List<StepRecord> lost)
    {
        var name = Verb.Name(lost[0]);
        if (source.Value is "true" or "false" or "null" && lost[^1].Value is { } now && now != source.Value)
        {
            // A flag is looked at to decide and not to count on from.
            return $"acts on {source.Value}, but {name} is {Clean.Value(now)} by now";
        }

        var threads = lost.Select(step => step.Thread).Distinct().ToList();
        return (threads.Count, lost.Count) switch
        {
            (1, 1) => $"{tale.Cast[threads[0]]}'s update of {name} is lost",
            (1, _) => $"{tale.Cast[threads[0]]}'s {lost.Count:N0} updates of {name} are lost",
            _ => $"the updates of {name} by {tale.Cast.All(threads)} are lost",
        };
    }
}
