using Sensei.Records;

namespace Sensei.Telling.Rows;

/// <summary>
/// In a story that is long, only what its reason is about: the locations where it goes wrong and the locks around them,
/// or with a deadlock, the locks. Where no reason was found, everything that matters at all.
/// </summary>
internal static class Focus
{
    /// <summary>The steps to tell of a long story.</summary>
    public static IReadOnlyList<StepRecord> On(Tale tale, IReadOnlyList<StepRecord> steps) => tale.Run.Ending switch
    {
        WrongResult when tale.Why.Reasons.Count > 0 => OnReason(tale, steps),
        Deadlock => steps.Where(step => step.Kind is not StepKind.Read and not StepKind.Write and not StepKind.Update
            and not StepKind.Pause || tale.Why.Steps.Contains(step.Number)).ToList(),
        _ => steps,
    };

    private static List<StepRecord> OnReason(Tale tale, IReadOnlyList<StepRecord> steps)
    {
        var places = tale.Why.Steps.Select(number => tale.Step(number)?.Location ?? -1).ToHashSet();
        var locks = steps
            .Where(step => step.Location >= 0 && places.Contains(step.Location))
            .SelectMany(step => step.Held)
            .ToHashSet();

        // Where there are two locks of one name, what matters is how that came about.
        var twins = steps
            .Where(step => locks.Contains(step.Location) && tale.Scope.IsAnother(step.Location))
            .Select(step => step.Target)
            .ToHashSet();
        var told = steps.Where(step => tale.Why.Steps.Contains(step.Number) || step.Kind switch
        {
            StepKind.Read or StepKind.Write or StepKind.Update => places.Contains(step.Location) || twins.Contains(step.Target),
            StepKind.Acquire or StepKind.Release => locks.Contains(step.Location) || places.Contains(step.Location),
            StepKind.Pause or StepKind.Start or StepKind.Join or StepKind.End => false,
            _ => true,
        }).ToList();

        // Who only looks on, and not at the step that counts, has no part in it.
        var players = told
            .Where(step => step.Kind != StepKind.Read || tale.Why.Steps.Contains(step.Number))
            .Select(step => step.Thread)
            .ToHashSet();
        return told.FindAll(step => players.Contains(step.Thread));
    }
}
