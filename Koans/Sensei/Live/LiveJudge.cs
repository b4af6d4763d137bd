using System.Diagnostics;
using Sensei.Records;
using Sensei.Weaving;

namespace Sensei.Live;

/// <summary>Judges a koan by running it once.</summary>
internal static class LiveJudge
{
    internal static Verdict Try(Twin twin, Action koan, KoanOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        var run = LiveRun.Execute(twin, koan, options.Patience!.Value);
        var ending = run.Ending is Hung hung ? hung with { Expects = options.Expects } : run.Ending;
        var story = ending is Met ? null : Told(run, ending);
        return new Verdict(KindOf(ending), 1, ending is Met ? 0 : 1, false, 0, story, null, "", Stopwatch.GetElapsedTime(start))
        {
            IsLive = true,
            IsQuestion = options.IsQuestion,
        };
    }

    /// <summary>What there is to tell. Of the threads only those that come up in it: a server has had one for each of its guests.</summary>
    private static RunRecord Told(LiveRun run, Ending ending)
    {
        var ofEnding = ending switch
        {
            Hung hung => hung.Threads.Select(seen => seen.Thread),
            ThreadException stopped => [stopped.Thread],
            _ => [],
        };
        var (steps, standings) = (run.Steps(), run.Standings());
        List<int> ids = [.. steps.Select(step => step.Thread).Concat(ofEnding).Append(0).Where(id => id >= 0).Distinct().Order()];
        var places = ids.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        places[-1] = -1;
        return new RunRecord(
            [.. ids.Select(id => new ThreadRecord(places[id], standings[id].Name, IsBackground: true))],
            [.. steps.Select(step => step with { Thread = places[step.Thread] })],
            ending switch
            {
                Hung hung => hung with { Threads = [.. hung.Threads.Select(seen => seen with { Thread = places[seen.Thread] })] },
                ThreadException stopped => stopped with { Thread = places[stopped.Thread] },
                _ => ending,
            });
    }

    private static VerdictKind KindOf(Ending ending) => ending switch
    {
        Met => VerdictKind.Met,
        WrongResult => VerdictKind.WrongResult,
        ThreadException => VerdictKind.ThreadException,
        NotFollowed => VerdictKind.NotFollowed,
        Hung => VerdictKind.Hung,
        _ => VerdictKind.Inconclusive,
    };
}
