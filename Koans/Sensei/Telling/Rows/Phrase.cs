using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling.Rows;

/// <summary>What a cell says about one step, or about several that are told as one.</summary>
/// <param name="tale">The tale.</param>
/// <param name="longestValue">The columns that a value may take; the rest of it is left out.</param>
/// <param name="isNarrow">True where there is no room for asides.</param>
internal sealed class Phrase(Tale tale, int longestValue, bool isNarrow)
{
    private const int Longest = 90;
    private const int LongestPrint = 60;
    private const int MostItems = 4;

    /// <summary>One step, in the record's own words with its value shortened.</summary>
    public string Of(StepRecord step)
    {
        var text = step.Kind switch
        {
            StepKind.Print when step.Value is { } printed => $"prints \"{Clean.Shortened(printed, LongestPrint)}\"",
            StepKind.Throw when step.Value is { } message => $"stops: {Clean.Shortened(message, LongestPrint)}",
            _ => step.Text,
        };
        if (step.Kind is not StepKind.Print and not StepKind.Throw && !string.IsNullOrEmpty(step.Value) && text.EndsWith(step.Value, StringComparison.Ordinal))
        {
            text = text[..^step.Value.Length] + Value(step.Value);
        }

        if (step.Kind is StepKind.Acquire or StepKind.Release && step.Target.Length > 0)
        {
            text = text.Replace(step.Target, Which(step) + step.Target, StringComparison.Ordinal);
        }

        return Clean.Shortened(text, Longest) + Lonely(step);
    }

    /// <summary>The name of a lock that is taken.</summary>
    public string Lock(StepRecord taking) =>
        Which(taking) + Verb.Name(taking) + Purpose(taking) + Lonely(taking);

    /// <summary>Several steps of one thread with nothing of another thread in between.</summary>
    public string Of(IReadOnlyList<StepRecord> steps)
    {
        var items = new List<string>();
        foreach (var group in ByPlace(steps))
        {
            items.Add(Item(group, items.Count > 0));
        }

        if (items.Count > MostItems)
        {
            var more = items.Count - MostItems;
            items.RemoveRange(MostItems, more);
            items.Add($"and {more} more");
        }

        return string.Join(", ", items);
    }

    /// <summary>Puts the steps of one location together, in the order of first appearance; other steps stand alone.</summary>
    private static List<List<StepRecord>> ByPlace(IReadOnlyList<StepRecord> steps)
    {
        var groups = new List<List<StepRecord>>();
        foreach (var step in steps)
        {
            var group = IsMemory(step) ? groups.Find(other => other[0].Location == step.Location && IsMemory(other[0])) : null;
            if (group is null)
            {
                groups.Add(group = []);
            }

            group.Add(step);
        }

        return groups;
    }

    /// <summary>Of several locks of one name, which one it is.</summary>
    private string Which(StepRecord step) => Wording.Which(tale.Scope.Twin(step.Location));

    /// <summary>What there is to say of a lock that only one thread takes, unless the reason says it.</summary>
    private string Lonely(StepRecord step) => !isNarrow && !tale.Why.IsOfLocks && tale.Scope.IsLonely(step) && tale.Scope.Twin(step.Location) == 0
        ? " (keeps nobody out)"
        : "";

    /// <summary>A lock that lets other readers in says so.</summary>
    private static string Purpose(StepRecord taking) => taking.Text.Contains(" for reading", StringComparison.Ordinal) ? " for reading" : "";

    private string Value(string value) => Clean.Shortened(value, longestValue);

    private static bool IsMemory(StepRecord step) =>
        step.Kind is StepKind.Read or StepKind.Write or StepKind.Update && step.Location >= 0;

    private string Item(List<StepRecord> group, bool isFurther)
    {
        var first = group[0];
        var lastChange = group.LastOrDefault(Verb.Changes);
        if (group.Count == 1 || lastChange is null)
        {
            // of a struct that is read in parts, the whole
            var text = Of(group.Find(step => step.Value is not null) ?? first);
            return isFurther && first.Kind == StepKind.Read && text.StartsWith("reads ", StringComparison.Ordinal) ? text[6..] : text;
        }

        return first.Kind == StepKind.Read && first.Value is { } old && lastChange.Value is { } fresh && Value(old) != Value(fresh)
            ? $"{Verb.Name(first)}{Wrap.Glue}{Value(old)}{Wrap.Glue}→{Wrap.Glue}{Value(fresh)}"
            : Of(lastChange);
    }
}
