using System.Globalization;
using System.Text;

namespace Sensei.Search;

/// <summary>Writes an order as a short text: a letter (or two) for the thread that moves, and how often in a row.</summary>
internal static class Tokens
{
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
