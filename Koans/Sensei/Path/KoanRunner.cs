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
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            Verdict verdict = Judge.Try(station.Method);
            summary.Time = (decimal)System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;

            if (verdict.IsMet)
            {
                walk.Pass(station);
                Send(new TestPassed(test, summary.Time, $"Met in each of its {verdict.Orders} distinguishable orders."));
            }
            else
            {
                walk.Stop();
                summary.Failed = 1;
                string story = Teller.Tell(verdict, station.Place(walk));
                Send(new TestFailed(test, summary.Time, "", [UnnamedType], [story], [Frame.Of(verdict)], [-1]));
            }
        }

        Send(new TestFinished(test, summary.Time, ""));
        return Task.FromResult(summary);
    }

    private void Send(Xunit.Abstractions.IMessageSinkMessage message)
    {
        if (!MessageBus.QueueMessage(message))
        {
            CancellationTokenSource.Cancel();
        }
    }
}
