using Xunit.Abstractions;
using Xunit.Sdk;

namespace Proofs;

/// <summary>
/// A theory with hundreds of cases, which is there only where everything is asked for: <c>-e KOANS=all</c>, as
/// <c>.ci/run</c> does.
/// </summary>
[XunitTestCaseDiscoverer("Proofs." + nameof(OnRequestDiscoverer), "Solutions")]
public sealed class OnRequestAttribute : TheoryAttribute;

/// <summary>Finds what <see cref="OnRequestAttribute"/> marks.</summary>
public sealed class OnRequestDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    /// <inheritdoc/>
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        Environment.GetEnvironmentVariable("KOANS") == "all" ? base.Discover(discoveryOptions, testMethod, factAttribute) : [];
}
