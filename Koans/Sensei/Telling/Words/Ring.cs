using Sensei.Records;

namespace Sensei.Telling.Words;

/// <summary>Finds the circle among threads that wait for each other.</summary>
internal static class Ring
{
    /// <summary>The threads of a circle, each waiting for the next and the last for the first; empty when there is none.</summary>
    public static IReadOnlyList<Blocked> In(IReadOnlyList<Blocked> waiting)
    {
        var byThread = waiting.GroupBy(blocked => blocked.Thread).ToDictionary(group => group.Key, group => group.First());
        foreach (var start in waiting.OrderBy(blocked => blocked.Thread == 0).ThenBy(blocked => blocked.Thread))
        {
            if (Back(start, start, [], byThread) is { } ring)
            {
                return ring;
            }
        }

        return [];
    }

    private static List<Blocked>? Back(Blocked start, Blocked here, List<Blocked> way, Dictionary<int, Blocked> byThread)
    {
        way.Add(here);
        foreach (var holder in here.Holders)
        {
            if (holder.Thread == start.Thread)
            {
                return way;
            }

            if (byThread.TryGetValue(holder.Thread, out var next) && !way.Contains(next)
                && Back(start, next, way, byThread) is { } ring)
            {
                return ring;
            }
        }

        way.Remove(here);
        return null;
    }
}
