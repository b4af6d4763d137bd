using System.Text.RegularExpressions;
using Sensei.Telling.Layout;

namespace Sensei.Telling.Words;

/// <summary>Tidies the message of a failed check so that one sentence is left.</summary>
internal static partial class CheckMessage
{
    private const int Longest = 600;

    /// <summary>One sentence of what was expected and what was found.</summary>
    public static string Tidy(string message)
    {
        // Learner code decides how long a message is.
        var text = message.Length > 4 * Longest ? message[..(4 * Longest)] : message;
        text = Settings().Replace(text, "");
        text = Xunit(text);
        text = Difference().Replace(text, "");
        text = Differs().Replace(Length().Replace(text, ""), ", but found $1.");
        text = Because().Replace(text, "because ");
        text = text.Replace("but found True", "but found true", StringComparison.Ordinal)
            .Replace("but found False", "but found false", StringComparison.Ordinal)
            .Replace("but found empty collection", "but it is empty", StringComparison.Ordinal);
        text = Items().Replace(text, match => match.Groups[1].Value == "1" ? "1 item" : $"{match.Groups[1].Value} items");
        text = TypeInFront().Replace(text, "$1 {");
        text = Clean.Of(Blank().Replace(text, " ")).Trim();
        text = Clean.Shorten(text, Longest);
        if (text.Length == 0)
        {
            return "The koan's check does not hold.";
        }

        return text[^1] is '.' or '…' or '?' or '!' ? text : text + ".";
    }

    /// <summary>"Assert.Equal() Failure: Values differ", "Expected: 2", "Actual: 1" becomes a sentence.</summary>
    private static string Xunit(string text)
    {
        var match = Assertion().Match(text);
        return match.Success ? $"Expected {match.Groups["expected"].Value.Trim()}, but found {match.Groups["actual"].Value.Trim()}" : text;
    }

    [GeneratedRegex(@"\s*With configuration:.*", RegexOptions.Singleline)]
    private static partial Regex Settings();

    [GeneratedRegex(@"^Assert\.\w+\(\) Failure.*?Expected:(?<expected>.*?)\n\s*Actual:(?<actual>.*)$", RegexOptions.Singleline)]
    private static partial Regex Assertion();

    [GeneratedRegex(@"\s*\(difference of -?[^)]*\)")]
    private static partial Regex Difference();

    [GeneratedRegex(@" with a length of \d+")]
    private static partial Regex Length();

    [GeneratedRegex(@", but (""[^""]*"")(?: has a length of \d+,)? differs near .*$", RegexOptions.Singleline)]
    private static partial Regex Differs();

    [GeneratedRegex(@"because\s+because\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Because();

    [GeneratedRegex(@"\b(\d+) item\(s\)")]
    private static partial Regex Items();

    /// <summary>Namespaces and outer types in front of the type of a value.</summary>
    [GeneratedRegex(@"\b(?:\w+[.+])+(\w+)\s*\{")]
    private static partial Regex TypeInFront();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
