using Sensei.Records;
using Sensei.Weaving;

namespace Sensei.Live;

/// <summary>Says of a run that does not end where each of its threads was last seen.</summary>
internal static class Hanging
{
    internal static Hung Of(LiveRun run, TimeSpan patience)
    {
        var seen = new List<LastSeen>();
        foreach (var standing in run.Standings())
        {
            // a thread of the pool that is in no call has nothing to do; where it did something last is no news
            var isAtWork = standing.Thread.IsAlive && (standing.IsInCall || !standing.IsOfPool);
            if (isAtWork && SiteTable.Shared.Line(standing.Site) is { } at)
            {
                seen.Add(new LastSeen(standing.Id, at, standing.Call, false));
            }
        }

        seen.AddRange(run.Suspended().Select(SiteTable.Shared.Line).OfType<SourceLine>().Select(at => new LastSeen(-1, at, null, true)));

        // who came first is chance: the koan, its threads and its suspended methods, each in the order of their lines
        var inOrder = seen
            .OrderBy(one => one.Awaits)
            .ThenBy(one => one.Thread > 0)
            .ThenBy(one => one.At.File, StringComparer.Ordinal)
            .ThenBy(one => one.At.Line);
        return new Hung([.. inOrder], patience.TotalSeconds);
    }
}
