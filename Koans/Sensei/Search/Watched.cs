using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Search;

/// <summary>
/// Runs a search on a thread of its own, so that code that goes away into something that Sensei cannot see, and does
/// not come back, costs one verdict and not the whole test run.
/// </summary>
internal static class Watched
{
    /// <summary>A search that takes no step for so long is stuck. Steps take microseconds, so this decides nothing else.</summary>
    /// <remarks>KOANS_PATIENCE sets it, in seconds, for tests that would wait too long.</remarks>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("KOANS_PATIENCE"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 15);

    /// <summary>How often patience is looked after.</summary>
    private const int Looks = 8;

    internal static Verdict Do(Inquiry inquiry, Func<Inquiry, Verdict> judge)
    {
        Verdict? verdict = null;
        return Do(() => verdict = judge(inquiry), () => inquiry.Progress) ? verdict! : inquiry.Stuck();
    }

    /// <summary>Runs a search; false when it is stuck.</summary>
    /// <param name="search">The search.</param>
    /// <param name="progress">A number that changes as long as the search gets on.</param>
    internal static bool Do(Action search, Func<long> progress)
    {
        ExceptionDispatchInfo? fault = null;
        var thread = SearchThread.Begin(() =>
        {
            try
            {
                search();
            }
            catch (Exception error)
            {
                fault = ExceptionDispatchInfo.Capture(error);
            }
        });
        var last = -1L;
        for (var looks = 0; !thread.Ends(s_patience / Looks); looks++)
        {
            var now = progress();
            if (now != last || Debugger.IsAttached)
            {
                // or somebody looks at a breakpoint, who may take as long as it takes
                looks = 0;
                last = now;
            }
            else if (looks == Looks)
            {
                return false;
            }
        }

        fault?.Throw();
        return true;
    }
}
