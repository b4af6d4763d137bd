using System.Globalization;
using System.Text;

namespace Sensei.Search;

/// <summary>Writes an order as a short text: a letter (or two) for the thread that moves, and how often in a row.</summary>
internal static class Tokens
{
    internal static int[] Read(string token)
    {
        var schedule = new List<int>();
        for (var i = 0; i < token.Length;)
        {
            var thread = char.IsAsciiLetterLower(token[i]) ? token[i] - 'a'
                : char.IsAsciiLetterUpper(token[i]) ? token[i] - 'A' + 26
                : throw new FormatException($"An order is written in letters and numbers, like a12b3c; \"{token}\" is none.");
            var from = ++i;
            while (i < token.Length && char.IsAsciiDigit(token[i]))
            {
                i++;
            }

            var times = i == from ? 1 : int.Parse(token.AsSpan(from, i - from), CultureInfo.InvariantCulture);
            schedule.AddRange(Enumerable.Repeat(thread, times));
        }

        return [.. schedule];
    }

    internal static string Write(IReadOnlyList<int> schedule)
    {
        var text = new StringBuilder();
        for (var i = 0; i < schedule.Count;)
        {
            var from = i;
            while (i < schedule.Count && schedule[i] == schedule[from])
            {
                i++;
            }

            text.Append((char)(schedule[from] < 26 ? 'a' + schedule[from] : 'A' + schedule[from] - 26));
            if (i - from > 1)
            {
                text.Append((i - from).ToString(CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }
}
