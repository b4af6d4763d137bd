using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling.Rows;

/// <summary>Rounds of a loop that do the same are told once, with how often they follow.</summary>
internal static class RepeatFold
{
    private const int LongestRound = 12;

    /// <summary>Folds all rounds that follow directly on an equal one.</summary>
    public static List<Row> Apply(List<Row> rows)
    {
        var folded = new List<Row>();
        var i = 0;
        while (i < rows.Count)
        {
            var (length, times) = Rounds(rows, i);
            if (times * length < 3)
            {
                folded.Add(rows[i++]);
                continue;
            }

            folded.AddRange(rows.GetRange(i, length));
            folded.Add(Rest(rows.GetRange(i + length, length * times), length, times));
            i += length * (times + 1);
        }

        return folded;
    }

    /// <summary>The shortest round that begins at a row and comes again, and how often it does.</summary>
    private static (int Length, int Times) Rounds(List<Row> rows, int start)
    {
        for (var length = 1; length <= LongestRound && start + 2 * length <= rows.Count; length++)
        {
            var times = 0;
            while (IsSame(rows, start, start + (times + 1) * length, length))
            {
                times++;
            }

            if (times * length >= 3)
            {
                return (length, times);
            }
        }

        return (0, 0);
    }

    private static bool IsSame(List<Row> rows, int one, int other, int length)
    {
        if (other + length > rows.Count)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            if (!IsSame(rows[one + i], rows[other + i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSame(Row one, Row other) =>
        !one.IsMarked && !other.IsMarked
        && one.Thread == other.Thread
        && one.Steps.Count == other.Steps.Count
        && one.Steps.Count > 0
        && one.Steps.Zip(other.Steps).All(pair => pair.First.Kind == pair.Second.Kind
            && pair.First.Location == pair.Second.Location
            && pair.First.Target == pair.Second.Target
            && pair.First.At?.Line == pair.Second.At?.Line
            && pair.First.At?.File == pair.Second.At?.File
            && (pair.First.Kind != StepKind.Print || pair.First.Value == pair.Second.Value));

    private static Row Rest(List<Row> rows, int length, int times)
    {
        var steps = rows.SelectMany(row => row.Steps).ToList();
        var last = steps.FindLast(Verb.Changes);
        var end = last?.Value is { } value ? $", then {Verb.Name(last)} is {Clean.Value(value)}" : "";
        var again = times == 1 ? "once more" : $"{times:N0} more times";
        var isOne = rows.TrueForAll(row => row.Thread == rows[0].Thread);
        return isOne
            ? new Row(rows[0].Thread, $"the same {again}{end}", steps, null)
            : new Row(-1, $"… these {length} rows {again}{end} …", steps, null);
    }
}
