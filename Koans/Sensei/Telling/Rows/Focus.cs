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
        WrongResult or DataRace when tale.Why.Reasons.Count > 0 => OnReason(tale, steps),
        Deadlock => steps.Where(step => step.Kind is not StepKind.Read and not StepKind.Write and not StepKind.Update
            and not StepKind.Pause || tale.Why.Steps.Contains(step.Number)).ToList(),
        _ => steps,
    };

    private static IReadOnlyList<StepRecord> OnReason(Tale tale, IReadOnlyList<StepRecord> steps)
    {
        var places = tale.Why.Steps.Select(number => tale.Step(number)?.Location ?? -1).ToHashSet();
        var locks = steps
            .Where(step => step.Location >= 0 && places.Contains(step.Location))
            .SelectMany(step => step.Held)
            .ToHashSet();

        // Where there are two locks of one name, what matters is how that came about.
        var twins = steps
            .Where(step => locks.Contains(step.Location) && tale.Scope.Twin(step.Location) > 0)
            .Select(step => step.Target)
            .ToHashSet();
        var told = steps.Where(step => tale.Why.Steps.Contains(step.Number) || step.Kind switch
        {
            StepKind.Read or StepKind.Write or StepKind.Update => places.Contains(step.Location) || twins.Contains(step.Target) || tale.Scope.IsResult(step.Location),
            StepKind.Put or StepKind.Take => places.Contains(step.Location) || tale.Scope.IsResult(step.Location),
            StepKind.Acquire or StepKind.Release => locks.Contains(step.Location) || places.Contains(step.Location),
            StepKind.Start or StepKind.Join or StepKind.End => false,
            _ => true,
        }).ToList();

        // What goes wrong in the koan's own file is a consequence: its cause is in a stub.
        return told.Exists(step => Words.SourceName.IsStub(step.At, tale.Place)) ? told : steps;
    }

    /// <summary>Leaves out who has no part in it.</summary>
    public static IReadOnlyList<StepRecord> OnPlayers(Tale tale, IReadOnlyList<StepRecord> steps)
    {
        if (tale.Full || Players(tale, steps) is not { } players)
        {
            return steps;
        }

        return steps.Where(step => players.Contains(step.Thread)).ToList();
    }

    private static HashSet<int>? Players(Tale tale, IReadOnlyList<StepRecord> steps) => tale.Run.Ending switch
    {
        // With many threads, only those that the reason is about.
        WrongResult or DataRace when tale.Why.Reasons.Count > 0 && Count(steps) > 3 && Involved(tale) is { Count: > 1 } involved => involved,

        // Not who only looks on, and not at a step that counts; nor who only does what the compiler wrote, on no line.
        WrongResult or DataRace when tale.Why.Reasons.Count > 0 => steps
            .Where(step => (step.Kind != StepKind.Read && step.At is not null) || tale.Why.Steps.Contains(step.Number))
            .Select(step => step.Thread)
            .ToHashSet(),

        // Where it is known who holds what, all others are bystanders.
        Deadlock when tale.Waiting.All(blocked => blocked.Holders.Count > 0) => tale.Waiting
            .Where(blocked => !Words.Stuck.IsMerePatience(tale, blocked))
            .SelectMany(blocked => blocked.Holders.Select(holder => holder.Thread).Append(blocked.Thread))
            .ToHashSet(),

        // Who goes round, and who could have ended it.
        Livelock when Words.Stuck.IsBusyWaiting(tale) => steps
            .Where(step => tale.Waiting.Any(busy => busy.Location == step.Location && step.Kind != StepKind.Read))
            .Select(step => step.Thread)
            .Concat(tale.Waiting.Select(busy => busy.Thread))
            .ToHashSet(),
        _ => null,
    };

    private static int Count(IReadOnlyList<StepRecord> steps) => steps.Select(step => step.Thread).Distinct().Count();

    private static HashSet<int> Involved(Tale tale) =>
        tale.Why.Steps.Select(tale.Step).OfType<StepRecord>().Select(step => step.Thread).ToHashSet();
}
