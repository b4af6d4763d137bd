using Xunit.Abstractions;
using Xunit.Sdk;

namespace Sensei.Path;

/// <summary>
/// Runs the koans first, one after another in the order of the path, then everything else as xunit does.
/// So no koan shares the processor with another test, and a failure is known as early as it can be.
/// </summary>
internal sealed class PathRunner(
    ITestAssembly testAssembly,
    IEnumerable<IXunitTestCase> testCases,
    IMessageSink diagnostics,
    IMessageSink execution,
    ITestFrameworkExecutionOptions options)
    : XunitTestAssemblyRunner(testAssembly, testCases, diagnostics, execution, options)
{
    /// <inheritdoc/>
    protected override async Task<RunSummary> RunTestCollectionsAsync(
        IMessageBus messageBus, CancellationTokenSource cancellationTokenSource)
    {
        TestCaseOrderer = new PathOrderer(TestCaseOrderer);

        var summary = new RunSummary();
        var withKoans = OrderTestCollections().Where(HasKoans).ToList();
        foreach (var (collection, koans) in withKoans.OrderBy(entry => entry.Item2.OfType<KoanTestCase>().Min(PathOrderer.Key)))
        {
            summary.Aggregate(await RunTestCollectionAsync(messageBus, collection, koans, cancellationTokenSource));
        }

        // What is left is for xunit to run its own way.
        TestCases = [.. TestCases.Except(withKoans.SelectMany(entry => entry.Item2))];
        summary.Aggregate(await base.RunTestCollectionsAsync(messageBus, cancellationTokenSource));
        return summary;
    }

    private static bool HasKoans(Tuple<ITestCollection, List<IXunitTestCase>> collection) =>
        collection.Item2.Any(testCase => testCase is KoanTestCase);
}
