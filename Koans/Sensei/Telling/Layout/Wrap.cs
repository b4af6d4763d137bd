using System.Text;

namespace Sensei.Telling.Layout;

/// <summary>Breaks a text into lines that are not wider than allowed: between words, and within a word only where it must.</summary>
internal static class Wrap
{
    /// <summary>A space at which no line is broken; it becomes an ordinary one when the message is done.</summary>
    public const char Glue = '\u00A0';

    /// <summary>The lines of a text; at least one.</summary>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (line.Length > 0 && Width.Of(line.ToString()) + 1 + Width.Of(rest) > width)
            {
                Flush();
            }

            while (Width.Of(rest) > width)
            {
                var head = Head(rest, width);
                lines.Add(head);
                rest = rest[head.Length..];
            }

            line.Append(line.Length > 0 ? " " : "").Append(rest);
        }

        if (line.Length > 0 || lines.Count == 0)
        {
            Flush();
        }

        return lines;

        void Flush()
        {
            lines.Add(line.ToString());
            line.Clear();
        }
    }

    /// <summary>A text over as many lines as it needs; the second and later ones begin with <paramref name="indent"/> spaces.</summary>
    public static string Paragraph(string text, int indent = 0, int width = Width.Page)
    {
        var lines = Lines(text, width - indent);
        return string.Join("\n" + new string(' ', indent), lines);
    }

    private static string Head(string word, int width)
    {
        var taken = 0;
        var columns = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            columns += Width.Of(rune);
            if (columns > width && taken > 0)
            {
                break;
            }

            taken += rune.Utf16SequenceLength;
        }

        return word[..taken];
    }
}
