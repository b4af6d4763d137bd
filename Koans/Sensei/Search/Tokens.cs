using System.Globalization;
using System.Text;

namespace Sensei.Search;

/// <summary>Writes an order as a short text: a letter (or two) for the thread that moves, and how often in a row.</summary>
internal static class Tokens
{
    /// <summary>No run is longer.</summary>
    private const int MostSteps = 1_000_000;

    /// <summary>The order that a token stands for; null when it is no token.</summary>
    internal static int[]? Read(string token)
    {
        var schedule = new List<int>();
        for (var i = 0; i < token.Length;)
        {
            if (!char.IsAsciiLetter(token[i]))
            {
                return null;
            }

            var thread = char.IsAsciiLetterLower(token[i]) ? token[i] - 'a' : token[i] - 'A' + 26;
            var from = ++i;
            while (i < token.Length && char.IsAsciiDigit(token[i]))
            {
                i++;
            }

            var times = 1;
            if (i > from && (!int.TryParse(token.AsSpan(from, i - from), CultureInfo.InvariantCulture, out times) || times > MostSteps))
            {
                return null;
            }

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
