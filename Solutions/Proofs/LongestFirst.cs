using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Proofs." + nameof(Proofs.LongestFirst), "Solutions")]

namespace Proofs;

/// <summary>
/// Begins with what takes longest, and has a mixture at any time of what waits for other processes and of what searches in
/// this assembly; the latter takes turns, since the woven copy has its statics once. So the last to end does not keep
/// everybody waiting with a core to itself.
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
