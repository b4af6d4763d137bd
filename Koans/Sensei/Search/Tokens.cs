using System.Globalization;
using System.Text;
using Sensei.Running;

namespace Sensei.Search;

/// <summary>
/// Writes an order as a short text: a letter for the thread that moves, and how often in a row; what comes again and again
/// stands once, between dots, with the number of times behind it. Where a thread stops
/// for ever, a hyphen follows, its letter, and after how many steps it does.
/// </summary>
internal static class Tokens
{
    /// <summary>No run is longer.</summary>
    private const int MostSteps = 1_000_000;

    private const char Dot = '.';
    private const int LongestGroup = 32;
    private const int FewestRounds = 4;

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
            if (token[i] == Dot)
            {
                var end = token.IndexOf(Dot, i + 1);
                var next = end + 1;
                while (next < token.Length && char.IsAsciiDigit(token[next]))
                {
                    next++;
                }

                if (end < 0 || Schedule(token[(i + 1)..end]) is not { } group
                    || !int.TryParse(token.AsSpan(end + 1, next - end - 1), CultureInfo.InvariantCulture, out var rounds)
                    || (long)rounds * group.Length > MostSteps)
                {
                    return null;
                }

                schedule.AddRange(Enumerable.Repeat(group, rounds).SelectMany(moves => moves));
                i = next;
                continue;
            }

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
        var moves = new List<string>();
        for (var i = 0; i < schedule.Count;)
        {
            var from = i;
            while (i < schedule.Count && schedule[i] == schedule[from])
            {
                i++;
            }

            moves.Add(i - from == 1 ? $"{Letter(schedule[from])}" : string.Create(CultureInfo.InvariantCulture, $"{Letter(schedule[from])}{i - from}"));
        }

        var text = new StringBuilder();
        for (var i = 0; i < moves.Count;)
        {
            var (length, rounds) = Repeated(moves, i);
            var group = string.Concat(moves.Skip(i).Take(length));
            text.Append(rounds == 1 ? group : string.Create(CultureInfo.InvariantCulture, $"{Dot}{group}{Dot}{rounds}"));
            i += length * rounds;
        }

        return stop is { } at ? string.Create(CultureInfo.InvariantCulture, $"{text}-{Letter(at.Thread)}{at.After}") : text.ToString();
    }

    /// <summary>What comes again and again from here on: how long it is, and how many times it comes. Alone: 1 and 1.</summary>
    private static (int Length, int Rounds) Repeated(List<string> moves, int from)
    {
        for (var length = 1; length <= LongestGroup && from + (length * FewestRounds) <= moves.Count; length++)
        {
            var same = from + length;
            while (same < moves.Count && moves[same] == moves[same - length])
            {
                same++;
            }

            if ((same - from) / length is >= FewestRounds and var rounds)
            {
                return (length, rounds);
            }
        }

        return (1, 1);
    }

    private static char Letter(int thread) => (char)(thread < 26 ? 'a' + thread : 'A' + thread - 26);
}
