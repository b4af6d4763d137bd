using Sensei.Records;

namespace Sensei.Telling.Rows;

/// <summary>Makes the rows of a story from the steps of a run: marked where it goes wrong, folded where it does not matter.</summary>
internal static class RowsOf
{
    private const int Comfortable = 14;

    /// <summary>The rows of a run.</summary>
    public static IReadOnlyList<Row> Run(Tale tale)
    {
        var steps = tale.Scope.Visible();
        var columns = steps.Select(step => step.Thread).Distinct().Count();
        var phrase = new Phrase(tale.Scope, columns > 3 ? 12 : Layout.Clean.LongestValue);
        var rows = Folded(tale, steps, phrase);
        if (rows.Count > Comfortable)
        {
            rows = Folded(tale, Focus.On(tale, steps), phrase);
        }

        if (rows.Count > Comfortable && !tale.Full)
        {
            rows = RepeatFold.Apply(UpdateFold.Apply(rows, phrase));
        }

        return Middle.Cut(LastRows.Add(tale, rows), tale.Full);
    }

    private static List<Row> Folded(Tale tale, IReadOnlyList<StepRecord> steps, Phrase phrase)
    {
        var rows = steps.Select(step => Single(tale, step, phrase)).ToList();
        return tale.Full ? rows : RepeatFold.Apply(ReadFold.Apply(LockFold.Apply(rows, phrase), phrase));
    }

    private static Row Single(Tale tale, StepRecord step, Phrase phrase)
    {
        var reason = tale.Reasons.FirstOrDefault(reason => reason.Step == step.Number)?.Text;
        return new Row(step.Thread, phrase.Of(step), [step], step.At, reason);
    }
}
