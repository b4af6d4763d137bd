using Xunit.Abstractions;
using Xunit.Sdk;

namespace Proofs;

/// <summary>
/// A theory that takes its time, which is there only where everything is asked for: <c>-e KOANS=all</c>, as
/// <c>.ci/run</c> does. <c>--filter On=request</c> selects these.
/// </summary>
[XunitTestCaseDiscoverer("Proofs." + nameof(OnRequestDiscoverer), "Solutions")]
[TraitDiscoverer("Proofs." + nameof(OnRequestTrait), "Solutions")]
public sealed class OnRequestAttribute : TheoryAttribute, ITraitAttribute;

/// <summary>Marks what <see cref="OnRequestAttribute"/> marks, so that it can be selected.</summary>
public sealed class OnRequestTrait : ITraitDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) => [new("On", "request")];
}

/// <summary>Finds what <see cref="OnRequestAttribute"/> marks.</summary>
public sealed class OnRequestDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    /// <inheritdoc/>
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        Environment.GetEnvironmentVariable("KOANS") == "all" ? base.Discover(discoveryOptions, testMethod, factAttribute) : [];
}
