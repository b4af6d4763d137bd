using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling;

/// <summary>How a deadlock closes: who has what since which line, and waits for what at which line.</summary>
internal static class Circle
{
    /// <summary>One line per thread of the circle, and one for each that waits on it; empty where there is no circle.</summary>
    public static string Of(Tale tale)
    {
        var ring = Ring.In(tale.Waiting);
        if (ring.Count < 2 || Stuck.Starved(tale).Count > 0 || tale.Run.Ending is not Deadlock)
        {
            return "";
        }

        var lines = new List<string> { "The circle:" };
        for (var i = 0; i < ring.Count; i++)
        {
            var waits = ring[i];
            var wanted = ring[(i + ring.Count - 1) % ring.Count];
            lines.Add("  " + Wrap.Paragraph(Line(tale, waits, wanted, ring[(i + 1) % ring.Count]), 4, Width.Page - 2));
        }

        foreach (var other in tale.Waiting.Where(blocked => !ring.Contains(blocked) && !Stuck.IsMerePatience(tale, blocked)))
        {
            lines.Add("  " + Wrap.Paragraph($"{tale.Cast.First(other.Thread)} {Waits(tale, other)}.", 4, Width.Page - 2));
        }

        return string.Join('\n', lines);
    }

    /// <param name="tale">The tale.</param>
    /// <param name="waits">The thread the line is about.</param>
    /// <param name="wanted">The one that waits for what this thread has.</param>
    /// <param name="next">The one this thread waits for.</param>
    private static string Line(Tale tale, Blocked waits, Blocked wanted, Blocked next)
    {
        var who = tale.Cast.First(waits.Thread);
        var has = "";
        if (wanted.What == WaitsFor.Lock)
        {
            var since = wanted.Holders.FirstOrDefault(holder => holder.Thread == waits.Thread)?.Since;
            has = $" has {Stuck.Name(wanted)}{(since is null ? "" : $" (since {tale.Line(since)})")} and";
        }

        var line = $"{who}{has} {Waits(tale, waits)}";
        var because = waits.What == WaitsFor.Lock ? $": {tale.Cast[next.Thread]} has it" : "";

        // The next line says it again, so that it is no loss where there is no room for it.
        return Width.Of(line + because) < Width.Page - 2 ? $"{line}{because}." : $"{line}.";
    }

    private static string Waits(Tale tale, Blocked blocked) =>
        Stuck.WaitsFor(tale, blocked) + (Stuck.At(tale, blocked) is { } at ? $" ({tale.Line(at)})" : "");
}
