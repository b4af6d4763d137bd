using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling.Reasons;

/// <summary>Check, then act: a thread looks at a location, another one changes it, and the first acts on what it saw.</summary>
internal static class StaleDecision
{
    /// <summary>All decisions of a run that were out of date when they were acted upon.</summary>
    public static IEnumerable<Finding> In(Tale tale)
    {
        var steps = tale.Run.Steps.Where(tale.Scope.IsDuring).ToList();
        foreach (var look in steps.Where(step => step.Kind == StepKind.Read && tale.Scope.IsShared(step.Location)))
        {
            var change = steps.FirstOrDefault(step => step.Number > look.Number && step.Thread != look.Thread
                && step.Location == look.Location && Verb.Changes(step));
            if (change is null || Check.IsForLock(steps, look) || Act(tale, steps, look, change) is not { } act)
            {
                continue;
            }

            var check = Check.Before(steps, act);
            if (check is not null && act.Location == look.Location && check != look)
            {
                continue;
            }

            var isCheck = check == look;
            var now = steps.Last(step => step.Number < act.Number && step.Location == look.Location && Verb.Changes(step));
            yield return new Finding(
                nameof(StaleDecision),
                look.Location,
                [look.Number, change.Number, act.Number],
                new Reason(act.Number, Words(tale, look, change, now, isCheck ? "decided" : "acts")),
                isCheck ? new Reason(look.Number, $"{tale.Cast[look.Thread]}'s check") : null);
        }
    }

    private static StepRecord? Act(Tale tale, List<StepRecord> steps, StepRecord look, StepRecord change)
    {
        var apart = tale.Verdict.Contrast;
        var isContrast = apart is not null && apart.Earlier == look.Number && apart.Later == change.Number;
        foreach (var step in steps.Where(step => step.Thread == look.Thread && step.Number > look.Number))
        {
            var isHere = step.Location == look.Location;
            if (Verb.Changes(step) && step.Number < change.Number && isHere)
            {
                // It has acted in time.
                return null;
            }

            if (step.Number > change.Number && Verb.Changes(step) && (isHere || isContrast && tale.Scope.IsShared(step.Location)))
            {
                return step;
            }
        }

        return null;
    }

    private static string Words(Tale tale, StepRecord look, StepRecord change, StepRecord now, string acts)
    {
        var name = Verb.Name(look);
        if (look.Value is not { } old || now.Value is not { } fresh || Clean.Value(old) == Clean.Value(fresh))
        {
            return $"{acts} on {name} as it was before {tale.Cast[change.Thread]} changed it";
        }

        return $"{acts} on {Clean.Value(old)}, but {name} is {Clean.Value(fresh)} by now";
    }
}
