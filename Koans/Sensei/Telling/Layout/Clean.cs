using System.Globalization;
using System.Text;

namespace Sensei.Telling.Layout;

/// <summary>Makes text that comes from running code fit to print: on one line, without control characters, not too long.</summary>
internal static class Clean
{
    /// <summary>The longest value told in a cell.</summary>
    public const int LongestValue = 28;

    /// <summary>The characters that are looked at, at either end of a text: more than fill the widest place there is.</summary>
    private const int MostRead = 1000;

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

    /// <summary>A text on one line, cut if it is too wide; what is cut away of megabytes is not looked at, but for its end.</summary>
    public static string Shortened(string? text, int width) =>
        Shorten(Of(text is { Length: > 2 * MostRead } ? text[..MostRead] + text[^MostRead..] : text), width);

    /// <summary>A value as it is told in a cell or a reason.</summary>
    public static string Value(string value) => Shortened(value, LongestValue);
}
