using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Proofs." + nameof(Proofs.LongestFirst), "Solutions")]

namespace Proofs;

/// <summary>
/// Begins with the proofs that take longest: those that wait for other processes, and then those whose cases have to run
/// one after another. So the last to end does not keep everybody waiting with a core to itself.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] s_order =
    [
        typeof(Hostile.HostileTests),
        typeof(Oracle.OracleTests),
        typeof(Live.Children),
        typeof(LiveVariantProofs.Crawler),
        typeof(LiveVariantProofs.WebServer),
        typeof(StubProofs),
        typeof(Litmus.LitmusTests),
        typeof(Debugging.DebuggerProofs),
        typeof(Live.OnRealThreads),
        typeof(Hostile.EndingTests),
        typeof(Golden.GoldenRecords),
        typeof(VariantProofs),
        typeof(LiveVariantProofs.Exam),
        typeof(Litmus.BothSearches),
        typeof(Sct.SctTests),
    ];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(Rank).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);

    // xunit names a collection after the class whose tests it holds
    private static int Rank(ITestCollection collection)
    {
        var rank = Array.FindIndex(s_order, type => collection.DisplayName.EndsWith($" {type.FullName}", StringComparison.Ordinal));
        return rank < 0 ? s_order.Length : rank;
    }
}
