using Sensei.Records;
using Sensei.Telling.Words;

namespace Sensei.Telling.Rows;

/// <summary>A lock that is taken and given back with nothing of another thread in between is one row with what was done under it.</summary>
internal static class LockFold
{
    /// <summary>Folds all such locks.</summary>
    public static List<Row> Apply(List<Row> rows, Phrase phrase)
    {
        var folded = new List<Row>();
        for (var i = 0; i < rows.Count; i++)
        {
            var end = End(rows, i);
            if (end < 0)
            {
                folded.Add(rows[i]);
                continue;
            }

            folded.Add(Fold(rows.GetRange(i, end - i + 1), phrase));
            i = end;
        }

        return folded;
    }

    /// <summary>The row that gives back what a row takes, or -1 when it takes nothing or another thread comes in between.</summary>
    private static int End(List<Row> rows, int start)
    {
        var take = rows[start].Steps[0];
        if (take.Kind != StepKind.Acquire || take.Location < 0)
        {
            return -1;
        }

        var depth = 0;
        var reasons = 0;
        for (var i = start; i < rows.Count && rows[i].Thread == take.Thread; i++)
        {
            var step = rows[i].Steps[0];
            reasons += rows[i].IsMarked ? 1 : 0;
            var mustStand = step.Kind is StepKind.Wait or StepKind.Throw or StepKind.End || step.Kind == StepKind.Signal && rows[i].IsMarked;
            if (mustStand || reasons > 1)
            {
                return -1;
            }

            if (step.Location == take.Location)
            {
                depth += step.Kind switch { StepKind.Acquire => 1, StepKind.Release => -1, _ => 0 };
                if (depth == 0)
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private static Row Fold(List<Row> rows, Phrase phrase)
    {
        var steps = rows.SelectMany(row => row.Steps).ToList();
        var takes = steps.Where(step => step.Kind == StepKind.Acquire).ToList();
        var given = steps.Where(step => step.Kind == StepKind.Release).Select(step => step.Location).ToHashSet();
        var locks = takes.Where(step => given.Contains(step.Location)).ToList();
        var names = locks.Select(phrase.Lock).Distinct().ToList();
        var body = steps
            .Where(step => !locks.Exists(other => other.Location == step.Location) || step.Kind is not StepKind.Acquire and not StepKind.Release)
            .ToList();
        var marked = rows.Find(row => row.IsMarked);
        var at = marked?.At ?? body.Find(Verb.Changes)?.At ?? (body.Count > 0 ? body[0].At : steps[0].At);
        var text = body.Count == 0
            ? $"takes {Layout.List.Of(names)} and gives {(names.Count == 1 ? "it" : "them")} back"
            : $"holding {Layout.List.Of(names)}: {phrase.Of(body)}";
        return new Row(steps[0].Thread, text, steps, at, marked?.Reason);
    }
}
