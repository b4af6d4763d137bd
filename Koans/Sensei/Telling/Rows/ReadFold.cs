using System.Text.RegularExpressions;
using Sensei.Records;

namespace Sensei.Telling.Rows;

/// <summary>
/// Readings by one thread on one line with nothing in between share a row. In it, a delegate or a collection that a
/// variable has and keeps is no news beside what else is read.
/// </summary>
internal static partial class ReadFold
{
    /// <summary>Folds all runs of readings.</summary>
    public static List<Row> Apply(Tale tale, List<Row> rows, Phrase phrase)
    {
        var folded = new List<Row>();
        foreach (var row in rows)
        {
            if (folded.Count > 0 && Join(tale, folded[^1], row, phrase) is { } both)
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

    private static Row? Join(Tale tale, Row first, Row second, Phrase phrase)
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
        var news = tale.Full ? steps : steps.FindAll(step => IsNews(tale, step));
        return first with { Text = phrase.Of(news.Count > 0 ? news : steps), Steps = steps, Reason = second.Reason };
    }

    private static bool IsNews(Tale tale, StepRecord step) => tale.Why.Steps.Contains(step.Number)
        || !IsThing(step.Value)
        || tale.Run.Steps.Any(other => other.Location == step.Location && other.Number > step.Number && other.Kind is StepKind.Write or StepKind.Update);

    // as Sensei.Running.Values writes them
    private static bool IsThing(string? value) => value is "a method" || (value is not null && Collection().IsMatch(value));

    [GeneratedRegex(@"^an? .+ of \d+$")]
    private static partial Regex Collection();
}
