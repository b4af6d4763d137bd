using Sensei.Records;

namespace Sensei.Telling.Rows;

/// <summary>Makes the rows of a story from the steps of a run: marked where it goes wrong, folded where it does not matter.</summary>
internal static class RowsOf
{
    /// <summary>More rows than this, and only what the reason is about is told.</summary>
    private const int Comfortable = 8;

    /// <summary>More rows than this, and what is repeated is told as one, whether or not it matters.</summary>
    private const int Long = 16;

    /// <summary>The rows of a run.</summary>
    public static IReadOnlyList<Row> Run(Tale tale)
    {
        var visible = tale.Scope.Visible();
        var steps = Focus.OnPlayers(tale, visible);
        var columns = steps.Select(step => step.Thread).Distinct().Count();
        var phrase = new Phrase(tale, columns > 3 ? 12 : Layout.Clean.LongestValue, columns > 3);
        var rows = Rows(tale, steps, phrase);
        if (!tale.Full)
        {
            var told = Folded(tale, rows, phrase);
            if (told.Count > Comfortable)
            {
                told = Folded(tale, Rows(tale, Focus.OnPlayers(tale, Focus.On(tale, steps)), phrase), phrase);
            }

            rows = told.Count <= Long ? told : RepeatFold.Apply(UpdateFold.Apply(told, phrase, new HashSet<int>()));
        }

        return Middle.Cut([.. LastRows.Add(tale, rows), .. Unfinished.In(tale), .. LeftOut(tale, visible, steps)], tale.Full);
    }

    /// <summary>Says which threads are not in the story, where one could look for them.</summary>
    private static IEnumerable<Row> LeftOut(Tale tale, IReadOnlyList<StepRecord> visible, IReadOnlyList<StepRecord> told)
    {
        var others = visible.Select(step => step.Thread).Except(told.Select(step => step.Thread)).Where(thread => thread != 0).Order().ToList();
        if (others.Count > 0)
        {
            yield return new Row(-1, $"… what {tale.Cast.All(others)} {(others.Count == 1 ? "does" : "do")} is left out …", [], null);
        }
    }

    private static List<Row> Folded(Tale tale, List<Row> rows, Phrase phrase)
    {
        rows = LockFold.Apply(rows, phrase);
        rows = ReadFold.Apply(tale, rows, phrase);
        rows = UpdateFold.Apply(rows, phrase, tale.Why.Steps);
        return RepeatFold.Apply(rows);
    }

    private static List<Row> Rows(Tale tale, IReadOnlyList<StepRecord> steps, Phrase phrase) =>
        steps.Select(step => new Row(
            step.Thread,
            phrase.Of(step),
            [step],
            step.Kind == StepKind.Throw && tale.Run.Ending is ThreadException { At: { } at } ending && ending.Thread == step.Thread ? at : step.At,
            tale.Why.Reasons.FirstOrDefault(reason => reason.Step == step.Number)?.Text)).ToList();
}
