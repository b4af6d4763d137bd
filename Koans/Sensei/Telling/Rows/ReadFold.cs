using Sensei.Records;

namespace Sensei.Telling.Rows;

/// <summary>Readings by one thread on one line with nothing in between share a row.</summary>
internal static class ReadFold
{
    /// <summary>Folds all runs of readings.</summary>
    public static List<Row> Apply(List<Row> rows, Phrase phrase)
    {
        var folded = new List<Row>();
        foreach (var row in rows)
        {
            if (folded.Count > 0 && Join(folded[^1], row, phrase) is { } both)
            {
                folded[^1] = both;
            }
            else
            {
                folded.Add(row);
            }
        }

        return folded;
    }

    private static Row? Join(Row first, Row second, Phrase phrase)
    {
        var isRun = first.Thread == second.Thread
            && !first.IsMarked
            && second.IsSingle
            && first.Steps.Concat(second.Steps).All(step => step.Kind == StepKind.Read)
            && first.At is not null && first.At.Line == second.At?.Line && first.At.File == second.At.File;
        if (!isRun)
        {
            return null;
        }

        List<StepRecord> steps = [.. first.Steps, .. second.Steps];
        return first with { Text = phrase.Of(steps), Steps = steps, Reason = second.Reason };
    }
}
