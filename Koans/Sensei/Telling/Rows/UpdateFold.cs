using Sensei.Records;

namespace Sensei.Telling.Rows;

/// <summary>A reading and the writing made of it are one row, where nothing came in between and the reason lies elsewhere.</summary>
internal static class UpdateFold
{
    /// <summary>Folds all such pairs.</summary>
    public static List<Row> Apply(List<Row> rows, Phrase phrase, IReadOnlySet<int> matters)
    {
        var folded = new List<Row>();
        foreach (var row in rows)
        {
            var last = folded.Count > 0 ? folded[^1] : null;
            if (last is not null && IsPair(last, row, matters))
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

    private static bool IsPair(Row first, Row second, IReadOnlySet<int> matters) =>
        first.Thread == second.Thread && !first.IsMarked && !second.IsMarked && first.IsSingle && second.IsSingle
        && first.Steps[0].Kind == StepKind.Read && second.Steps[0].Kind == StepKind.Write
        && first.Steps[0].Location == second.Steps[0].Location && first.Steps[0].Location >= 0
        && !matters.Contains(first.Steps[0].Number) && !matters.Contains(second.Steps[0].Number);
}
