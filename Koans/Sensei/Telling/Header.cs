using Sensei.Path;
using Sensei.Telling.Layout;

namespace Sensei.Telling;

/// <summary>Where on the path: the lesson, the koan, how far it is, and the koan met just before.</summary>
internal static class Header
{
    private const int LongestBar = 40;

    /// <summary>The first lines of a message.</summary>
    public static string Of(Place place)
    {
        var lines = new List<string> { Wrap.Paragraph($"{place.Lesson} · {Clean.Of(place.Koan)}", 2), Bar(place) };
        if (place.Before is { } before)
        {
            lines.Add("");
            lines.Add(Wrap.Paragraph($"Met just before: {Clean.Of(before.Koan)}. Compare your way with ours:", 2));
            lines.Add("  " + before.Compare);
        }

        return string.Join('\n', lines);
    }

    // How many koans were met is not known where only some were run, so the bar shows how far along the path this one is.
    private static string Bar(Place place)
    {
        var length = Math.Min(LongestBar, Math.Max(1, place.Total));
        var full = (int)((long)length * (place.Number - 1) / Math.Max(1, place.Total));
        full = Math.Clamp(full, 0, length);
        return $"{new string('█', full)}{new string('░', length - full)}  koan {place.Number} of {place.Total}";
    }
}
