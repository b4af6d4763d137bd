using Xunit.Abstractions;
using Xunit.Sdk;

namespace Sensei.Path;

/// <summary>
/// Runs the koans one after another, in the order of the path, and everything else beside them, as xunit does. What a
/// koan's verdict is does not depend on what else is going on.
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

        var withKoans = OrderTestCollections().Where(HasKoans).ToList();
        // What is left is for xunit to run its own way.
        TestCases = [.. TestCases.Except(withKoans.SelectMany(entry => entry.Item2))];
        var path = Task.Run(WalkAsync);
        var summary = await base.RunTestCollectionsAsync(messageBus, cancellationTokenSource);
        summary.Aggregate(await path);
        return summary;

        async Task<RunSummary> WalkAsync()
        {
            var walked = new RunSummary();
            foreach (var (collection, koans) in withKoans.OrderBy(entry => entry.Item2.OfType<KoanTestCase>().Min(PathOrderer.Key)))
            {
                walked.Aggregate(await RunTestCollectionAsync(messageBus, collection, koans, cancellationTokenSource));
            }

            return walked;
        }
    }

    private static bool HasKoans(Tuple<ITestCollection, List<IXunitTestCase>> collection) =>
        collection.Item2.Any(testCase => testCase is KoanTestCase);
}
