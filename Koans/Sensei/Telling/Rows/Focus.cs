using Sensei.Records;

namespace Sensei.Telling.Rows;

/// <summary>
/// In a story that is long, only what its reason is about: the locations where it goes wrong and the locks around them.
/// Where no reason was found, everything that matters at all.
/// </summary>
internal static class Focus
{
    /// <summary>The steps to tell of a long story.</summary>
    public static IReadOnlyList<StepRecord> On(Tale tale, IReadOnlyList<StepRecord> steps)
    {
        if (tale.Full || tale.Reasons.Count == 0 || tale.Run.Ending is not WrongResult)
        {
            return steps;
        }

        var places = tale.Reasons.Select(reason => tale.Step(reason.Step)?.Location ?? -1).ToHashSet();
        if (tale.Verdict.Contrast is { } apart)
        {
            places.Add(tale.Step(apart.Earlier)?.Location ?? -1);
            places.Add(tale.Step(apart.Later)?.Location ?? -1);
        }

        var pinned = tale.Reasons.Select(reason => reason.Step).ToHashSet();
        var locks = steps
            .Where(step => step.Location >= 0 && places.Contains(step.Location))
            .SelectMany(step => step.Held)
            .ToHashSet();
        return steps.Where(step => pinned.Contains(step.Number) || step.Kind switch
        {
            StepKind.Read or StepKind.Write or StepKind.Update => places.Contains(step.Location),
            StepKind.Acquire or StepKind.Release => locks.Contains(step.Location) || places.Contains(step.Location),
            StepKind.Pause or StepKind.Start or StepKind.Join or StepKind.End => false,
            _ => true,
        }).ToList();
    }
}
