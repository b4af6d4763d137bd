using System.Diagnostics;
using Sensei.Records;
using Sensei.Telling;
using Xunit.Sdk;

namespace Sensei.Path;

/// <summary>Has one koan judged and reports what a learner reads: the story, and nothing of the machinery.</summary>
internal sealed class KoanRunner(
    KoanTestCase testCase,
    Walk walk,
    IMessageBus messageBus,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellation)
    : TestCaseRunner<KoanTestCase>(testCase, messageBus, aggregator, cancellation)
{
    /// <summary>
    /// Runners put the exception's type before its message, except for this namespace, which is that of xunit's own assertions.
    /// </summary>
    private const string UnnamedType = "Xunit.Sdk.KoanNotMet";

    /// <summary>The one order that is to be run; null where all are.</summary>
    internal static string? AskedOrder => Environment.GetEnvironmentVariable("KOANS_ORDER") is { Length: > 0 } order ? order : null;

    /// <inheritdoc/>
    protected override Task<RunSummary> RunTestAsync()
    {
        var test = new XunitTest(TestCase, TestCase.DisplayName);
        var summary = new RunSummary { Total = 1 };
        Send(new TestStarting(test));

        if (!string.IsNullOrEmpty(TestCase.SkipReason))
        {
            summary.Skipped = 1;
            Send(new TestSkipped(test, TestCase.SkipReason));
        }
        else
        {
            var station = new Station(TestCase.KoanMethod, TestCase.Koan);
            long start = Stopwatch.GetTimestamp();
            try
            {
                Verdict verdict = Judged(station);
                summary.Time = (decimal)Stopwatch.GetElapsedTime(start).TotalSeconds;
                Send(Result(test, summary.Time, station, verdict));
                summary.Skipped = EndsWell(verdict) ? 1 : 0;
                summary.Failed = verdict.IsMet || EndsWell(verdict) ? 0 : 1;
            }
            catch (Exception mistake)
            {
                // The judge itself has failed: this is for its maintainers, so it keeps its type and its frames.
                walk.Stop();
                summary.Failed = 1;
                Send(new TestFailed(test, summary.Time, "", mistake));
            }
        }

        Send(new TestFinished(test, summary.Time, ""));
        return Task.FromResult(summary);
    }

    /// <summary>One order that was asked for and ends well is neither a failure nor a proof.</summary>
    private static bool EndsWell(Verdict verdict) => verdict is { IsReplay: true, Kind: VerdictKind.Met };

    private static Verdict Judged(Station station)
    {
        using (Watch.Over(station))
        {
            return AskedOrder is { } order
                    ? Judge.Replay(station.Method, order)
                    : Judge.Try(station.Method);
        }
    }

    private TestResultMessage Result(XunitTest test, decimal time, Station station, Verdict verdict)
    {
        Place place = station.Place(walk);
        RecordFolder.Keep(verdict, place);
        if (verdict.IsMet)
        {
            walk.Pass(station);
            return new TestPassed(
                test, time, verdict.IsQuestion ? "Met: the answers are right."
                : verdict.IsLive ? "Met, on real threads."
                : verdict.Order is not null ? "Met: the order as it is written leads there."
                : $"Met in each of its {verdict.Orders} distinguishable orders.");
        }

        if (EndsWell(verdict))
        {
            return new TestSkipped(test, "The order that was asked for ends well. It is one order, and no proof.");
        }

        walk.Stop();
        string story = Teller.Tell(verdict, place, full: Environment.GetEnvironmentVariable("KOANS_STORY") == "full");
        return new TestFailed(test, time, "", [UnnamedType], [story], [Frame.Of(verdict, place)], [-1]);
    }

    private void Send(Xunit.Abstractions.IMessageSinkMessage message)
    {
        if (!MessageBus.QueueMessage(message))
        {
            CancellationTokenSource.Cancel();
        }
    }
}
