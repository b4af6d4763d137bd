using Sensei.Records;
using Sensei.Telling.Words;

namespace Sensei.Telling.Reasons;

/// <summary>A thread tries to take something, goes away without it, and never gets it afterwards.</summary>
internal static class GivenUp
{
    /// <summary>The last attempts of all who went away without what they wanted.</summary>
    public static IEnumerable<Finding> In(Tale tale)
    {
        var steps = tale.Run.Steps;
        foreach (var tries in steps
            .Where(step => step.Kind is StepKind.Refused or StepKind.Acquire && step.Location >= 0)
            .GroupBy(step => (step.Thread, step.Location)))
        {
            var last = tries.Last();
            if (last.Kind != StepKind.Refused)
            {
                continue;
            }

            var owner = steps.LastOrDefault(step => step.Number < last.Number && step.Thread != last.Thread
                && step.Location == last.Location && step.Kind == StepKind.Acquire);
            yield return new Finding(
                nameof(GivenUp),
                last.Location,
                owner is null ? [last.Number] : [owner.Number, last.Number],
                new Reason(last.Number, Words(tale, last)));
        }
    }

    private static string Words(Tale tale, StepRecord last)
    {
        var isThread = tale.Run.Steps.Any(step => step.Kind == StepKind.Start && step.Location == last.Location);
        var how = isThread ? $"before {Verb.Name(last)} has ended" : $"without {Verb.Name(last)}";
        return $"{tale.Cast[last.Thread]} goes on {how}";
    }
}
