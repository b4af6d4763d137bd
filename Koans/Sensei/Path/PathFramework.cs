using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Sensei.Path;

/// <summary>
/// xunit's test framework, but for one thing: koans are walked in the order of the path. Named in an assembly
/// attribute of the test project; everything that is not a koan runs as xunit runs it.
/// </summary>
public sealed class PathFramework(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    /// <summary>Has the twin woven while xunit looks for tests: on two cores that costs no time.</summary>
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo)
    {
        if (assemblyInfo is IReflectionAssemblyInfo { Assembly: { } assembly })
        {
            _ = Task.Run(() => Judge.Prepare(assembly, KoanRunner.AskedOrder is not null));
        }

        return base.CreateDiscoverer(assemblyInfo);
    }

    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new PathExecutor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);
}

/// <summary>Starts every run with a fresh <see cref="Walk"/>.</summary>
internal sealed class PathExecutor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
    : XunitTestFrameworkExecutor(assembly, sources, diagnostics)
{
    /// <inheritdoc/>
    protected override async void RunTestCases(
        IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
    {
        IXunitTestCase[] cases = [.. testCases];
        var walk = new Walk();
        foreach (KoanTestCase koan in cases.OfType<KoanTestCase>())
        {
            koan.Join(walk);
        }

        using var runner = new PathRunner(TestAssembly, cases, DiagnosticMessageSink, executionMessageSink, executionOptions);
        await runner.RunAsync();
    }
}
