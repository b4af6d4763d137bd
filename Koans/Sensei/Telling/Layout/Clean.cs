using System.Globalization;
using System.Text;

namespace Sensei.Telling.Layout;

/// <summary>Makes text that comes from running code fit to print: on one line, without control characters, not too long.</summary>
internal static class Clean
{
    /// <summary>The longest value told in a cell.</summary>
    public const int LongestValue = 28;

    /// <summary>A text on one line; line ends and tabs become what one writes for them in C#.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value switch
            {
                '\r' => "",
                '\n' => "\\n",
                '\t' => "\\t",
                '\0' => "\\0",
                _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format ? "" : rune.ToString(),
            });
        }

        return clean.ToString();
    }

    /// <summary>Cuts a text that is too wide and says so with an ellipsis; a closing quote stays.</summary>
    public static string Shorten(string text, int width)
    {
        if (Width.Of(text) <= width)
        {
            return text;
        }

        var end = text[^1] is '"' or '}' or ']' or ')' ? text[^1..] : "";
        var kept = new StringBuilder();
        var columns = 1 + end.Length;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Width.Of(rune);
            if (columns > width)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString().TrimEnd() + "…" + end;
    }

    /// <summary>A value as it is told in a cell or a reason.</summary>
    public static string Value(string value) => Shorten(Of(value), LongestValue);
}
