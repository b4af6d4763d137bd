using Sensei.Records;

namespace Sensei.Telling.Reasons;

/// <summary>The reading by which a thread decides, as against the one that it counts on from.</summary>
internal static class Check
{
    /// <summary>
    /// The reading of a location on a line of its own, before the one that the change is made from; null where the
    /// thread reads but once.
    /// </summary>
    /// <param name="steps">The steps of the run, in order.</param>
    /// <param name="change">The change.</param>
    public static StepRecord? Before(IReadOnlyList<StepRecord> steps, StepRecord change)
    {
        var own = steps.Where(step => step.Thread == change.Thread && step.Location == change.Location && step.Number < change.Number).ToList();
        var reads = own.Skip(own.FindLastIndex(step => step.Kind != StepKind.Read) + 1).Where(read => !IsForLock(steps, read)).ToList();
        return reads.Count < 2 || reads[^1].At is not { } source ? null : reads.FindLast(step => step.At is { } at && at != source);
    }

    /// <summary>True when the object is looked up only to be locked on.</summary>
    public static bool IsForLock(IReadOnlyList<StepRecord> steps, StepRecord read) =>
        steps.FirstOrDefault(step => step.Thread == read.Thread && step.Number > read.Number) is { Kind: StepKind.Acquire } next
        && next.At == read.At;
}
