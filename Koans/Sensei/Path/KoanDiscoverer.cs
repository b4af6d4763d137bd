using Xunit.Abstractions;
using Xunit.Sdk;

namespace Sensei.Path;

/// <summary>Turns every method that carries <see cref="StationAttribute"/> into a <see cref="KoanTestCase"/>.</summary>
public sealed class KoanDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [
            new KoanTestCase(
                diagnostics,
                discoveryOptions.MethodDisplayOrDefault(),
                discoveryOptions.MethodDisplayOptionsOrDefault(),
                testMethod),
        ];
}
