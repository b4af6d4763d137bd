using System.Globalization;
using System.Text;

namespace Grader;

/// <summary>
/// Makes what a learner may have written fit to print: no line of it can colour a terminal, start a command of a
/// workflow's runner, or end the block it stands in.
/// </summary>
public static class Text
{
    private const int LongestLine = 400;
    private const int MostLines = 120;

    /// <summary>A text on one line.</summary>
    public static string Line(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            // what turns the direction of writing counts as format, so a line reads as it runs
            var isPlain = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);
            clean.Append(isPlain ? rune.ToString() : " ");
            if (clean.Length >= LongestLine)
            {
                clean.Append('…');
                break;
            }
        }

        // a runner obeys a line that begins with "::", and "##[" anywhere in one
        var line = clean.Replace("##[", "## [").ToString().TrimEnd();
        return line.TrimStart().StartsWith("::", StringComparison.Ordinal) ? "· " + line.TrimStart() : line;
    }

    /// <summary>A text of several lines, on one.</summary>
    public static string Joined(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Line(lines.Length == 0 ? "" : string.Join(' ', [lines[0], string.Join("; ", lines[1..])]).TrimEnd());
    }

    /// <summary>A text of several lines.</summary>
    public static string Block(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var kept = lines.Take(MostLines).Select(Line);
        return string.Join('\n', lines.Length > MostLines ? kept.Append($"… {lines.Length - MostLines} more lines") : kept);
    }

    /// <summary>A block of markdown that shows a text as it is: its fence is longer than any in the text.</summary>
    public static string Fence(string text, string language = "text")
    {
        var longest = 0;
        var run = 0;
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', Math.Max(3, longest + 1));
        return $"{fence}{language}\n{text}\n{fence}";
    }

    /// <summary>A text inside a line or a cell of markdown: nothing in it means anything.</summary>
    public static string Inline(string? text)
    {
        var plain = new StringBuilder();
        foreach (var letter in Line(text))
        {
            if (letter is '&' or '<' or '>')
            {
                plain.Append(CultureInfo.InvariantCulture, $"&#{(int)letter};");
            }
            else
            {
                plain.Append(char.IsAsciiLetterOrDigit(letter) || !char.IsAscii(letter) || letter is ' ' or ',' or ';' or '/' or '\'' or '"' or '?' or '%' or '=' or '-' or '(' or ')' or ':' ? "" : "\\").Append(letter);
            }
        }

        // a bare address or a name after an at sign would become a link
        return plain.ToString().Replace("://", ":&#47;/", StringComparison.Ordinal).Replace("\\@", "&#64;", StringComparison.Ordinal);
    }
}
