using Sensei.Records;

namespace Sensei.Telling.Rows;

/// <summary>In a long story a reading and the writing made of it are one row, where nothing came in between.</summary>
internal static class UpdateFold
{
    /// <summary>Folds all such pairs.</summary>
    public static List<Row> Apply(List<Row> rows, Phrase phrase)
    {
        var folded = new List<Row>();
        foreach (var row in rows)
        {
            var last = folded.Count > 0 ? folded[^1] : null;
            if (last is not null && IsPair(last, row))
            {
                List<StepRecord> steps = [.. last.Steps, .. row.Steps];
                folded[^1] = row with { Text = phrase.Of(steps), Steps = steps };
            }
            else
            {
                folded.Add(row);
            }
        }

        return folded;
    }

    private static bool IsPair(Row first, Row second) =>
        first.Thread == second.Thread && !first.IsMarked && first.IsSingle && second.IsSingle
        && first.Steps[0].Kind == StepKind.Read && second.Steps[0].Kind == StepKind.Write
        && first.Steps[0].Location == second.Steps[0].Location && first.Steps[0].Location >= 0;
}
