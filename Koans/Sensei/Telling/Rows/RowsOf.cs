using Sensei.Records;

namespace Sensei.Telling.Rows;

/// <summary>Makes the rows of a story from the steps of a run: marked where it goes wrong, folded where it does not matter.</summary>
internal static class RowsOf
{
    private const int Comfortable = 14;

    /// <summary>The rows of a run.</summary>
    public static IReadOnlyList<Row> Run(Tale tale)
    {
        var rows = tale.Scope.Visible().Select(step => Single(tale, step)).ToList();
        if (!tale.Full)
        {
            rows = LockFold.Apply(rows);
            rows = ReadFold.Apply(rows);
            rows = RepeatFold.Apply(rows);
            if (rows.Count > Comfortable)
            {
                rows = RepeatFold.Apply(UpdateFold.Apply(rows));
            }
        }

        return Middle.Cut([.. rows, .. LastRows.Of(tale)], tale.Full);
    }

    private static Row Single(Tale tale, StepRecord step)
    {
        var reason = tale.Reasons.FirstOrDefault(reason => reason.Step == step.Number)?.Text;
        return new Row(step.Thread, Phrase.Of(step), [step], step.At, reason);
    }
}
