using System.Text.RegularExpressions;

namespace Trials;

/// <summary>Looks at what is printed of an attack: nothing in it may be taken for anything but text.</summary>
internal static partial class Outputs
{
    private const int MostLines = 250, LongestLine = 500;

    /// <summary>What is wrong with an output; null when nothing is.</summary>
    /// <param name="output">What went to the log.</param>
    /// <param name="page">What went to the summary.</param>
    public static string? WrongWith(string output, string page) =>
        Text("the log", output) ?? Text("the page", page) ?? Fences(page);

    private static string? Text(string name, string text)
    {
        var lines = text.Split('\n');
        return lines.Length > MostLines ? $"{name} has {lines.Length} lines"
            : lines.FirstOrDefault(line => line.Length > LongestLine) is not null ? $"{name} has a line of more than {LongestLine} letters"
            : lines.FirstOrDefault(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal) || line.Contains("##[", StringComparison.Ordinal)) is { } command ? $"{name} has a command: {command}"
            : text.FirstOrDefault(letter => char.IsControl(letter) && letter != '\n') is not '\0' and var control ? $"{name} has the control character {(int)control}"
            : null;
    }

    /// <summary>The blocks of a page: every one that begins ends, and nothing between them is the learner's.</summary>
    private static string? Fences(string page)
    {
        string? open = null;
        foreach (var line in page.Split('\n'))
        {
            var fence = Fence().Match(line).Value;
            if (open is null && fence.Length > 0)
            {
                open = fence;
            }
            else if (open is not null && line.TrimEnd().Trim('`').Length == 0 && fence.Length >= open.Length)
            {
                open = null;
            }
            else if (open is null && line.Contains("100/100", StringComparison.Ordinal))
            {
                return $"outside of any block the page says: {line}";
            }
        }

        return open is null ? null : "a block of the page does not end";
    }

    [GeneratedRegex("^`{3,}")]
    private static partial Regex Fence();
}
