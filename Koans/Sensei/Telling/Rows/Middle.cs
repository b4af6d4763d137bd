namespace Sensei.Telling.Rows;

/// <summary>Cuts a story that is too long to be read, and says how much is left out and how to see it.</summary>
internal static class Middle
{
    private const int Most = 32;
    private const int MostInFull = 1000;
    private const int Around = 5;

    /// <summary>Keeps the beginning, the end, and what is around the marked rows.</summary>
    public static IReadOnlyList<Row> Cut(IReadOnlyList<Row> rows, bool isFull)
    {
        var most = isFull ? MostInFull : Most;
        if (rows.Count <= most)
        {
            return rows;
        }

        var around = isFull ? most / 2 : Around;
        var kept = new bool[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            kept[i] = i < around || i >= rows.Count - 2 * around
                || rows.Skip(Math.Max(0, i - around)).Take(2 * around).Any(row => row.IsMarked);
        }

        var cut = new List<Row>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (kept[i])
            {
                cut.Add(rows[i]);
                continue;
            }

            var first = i;
            while (i + 1 < rows.Count && !kept[i + 1])
            {
                i++;
            }

            var steps = rows.Skip(first).Take(i - first + 1).SelectMany(row => row.Steps).ToList();
            cut.Add(new Row(-1, steps.Count == 1 ? "… 1 step …" : $"… {steps.Count:N0} steps …", steps, null));
        }

        return cut;
    }
}
