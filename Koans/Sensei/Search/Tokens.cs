using System.Globalization;
using System.Text;
using Sensei.Running;

namespace Sensei.Search;

/// <summary>
/// Writes an order as a short text: a letter for the thread that moves, and how often in a row. Where a thread stops
/// for ever, a hyphen follows, its letter, and after how many steps it does.
/// </summary>
internal static class Tokens
{
    /// <summary>No run is longer.</summary>
    private const int MostSteps = 1_000_000;

    /// <summary>The order that a token stands for, and where a thread stops in it; null when it is no token.</summary>
    internal static (int[] Schedule, Stop? Stop)? Read(string token)
    {
        var parts = token.Split('-');
        if (parts.Length > 2 || Schedule(parts[0]) is not { } schedule)
        {
            return null;
        }

        return parts.Length == 1 ? (schedule, null)
            : parts[1].Length > 1 && Schedule(parts[1][..1]) is [var thread]
                && int.TryParse(parts[1].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var after)
                ? (schedule, new Stop(thread, after))
            : null;
    }

    private static int[]? Schedule(string token)
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

    internal static string Write(IReadOnlyList<int> schedule, Stop? stop)
    {
        var text = new StringBuilder();
        for (var i = 0; i < schedule.Count;)
        {
            var from = i;
            while (i < schedule.Count && schedule[i] == schedule[from])
            {
                i++;
            }

            text.Append(Letter(schedule[from]));
            if (i - from > 1)
            {
                text.Append((i - from).ToString(CultureInfo.InvariantCulture));
            }
        }

        return stop is { } at ? string.Create(CultureInfo.InvariantCulture, $"{text}-{Letter(at.Thread)}{at.After}") : text.ToString();
    }

    private static char Letter(int thread) => (char)(thread < 26 ? 'a' + thread : 'A' + thread - 26);
}
