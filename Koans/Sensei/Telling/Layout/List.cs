namespace Sensei.Telling.Layout;

/// <summary>Names one after another, as one says them.</summary>
internal static class List
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Of(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
