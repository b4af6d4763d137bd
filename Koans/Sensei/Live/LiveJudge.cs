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
        var threads = run.Standings.Select(standing => new ThreadRecord(standing.Id, standing.Name, IsBackground: true)).ToList();
        var story = ending is Met ? null : new RunRecord(threads, [.. run.Steps], ending);
        return new Verdict(KindOf(ending), 1, ending is Met ? 0 : 1, false, 0, story, null, "", Stopwatch.GetElapsedTime(start))
        {
            IsLive = true,
            IsQuestion = options.IsQuestion,
        };
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
