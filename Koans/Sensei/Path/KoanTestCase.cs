using System.ComponentModel;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Sensei.Path;

/// <summary>
/// A koan as xunit sees it. It knows what the attribute says; whether it runs at all is for the
/// <see cref="Walk"/> to say, and what comes of it for the <see cref="Judge"/>.
/// </summary>
public sealed class KoanTestCase : XunitTestCase
{
    private Walk? _walk;

    /// <summary>For xunit, which fills it in afterwards.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by xunit's de-serializer only.")]
    public KoanTestCase()
    {
    }

    /// <summary>Makes a test case of a method that carries <see cref="StationAttribute"/>.</summary>
    /// <param name="diagnostics">Where xunit wants to hear of trouble.</param>
    /// <param name="display">How names are shown.</param>
    /// <param name="displayOptions">How names are shown, further.</param>
    /// <param name="method">The koan's method.</param>
    public KoanTestCase(
        IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod method)
        : base(diagnostics, display, displayOptions, method)
    {
    }

    /// <summary>The koan's method, as the compiler made it.</summary>
    public MethodInfo KoanMethod => Method.ToRuntimeMethod();

    /// <summary>The lesson and the line that the koan's attribute names.</summary>
    public StationAttribute Koan =>
        (StationAttribute)((ReflectionAttributeInfo)TestMethod.Method.GetCustomAttributes(typeof(StationAttribute)).Single()).Attribute;

    /// <summary>Says which walk along the path the koan is part of. Called once at the start of every run.</summary>
    /// <param name="walk">The walk.</param>
    internal void Join(Walk walk) => _walk = walk;

    /// <inheritdoc/>
    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        Walk walk = _walk ?? new Walk();
        if (walk.HasEnded)
        {
            // Nothing at all is reported: the terminal shows one failure, an IDE shows "not run".
            return new RunSummary();
        }

        return await new KoanRunner(this, walk, messageBus, aggregator, cancellationTokenSource).RunAsync();
    }

    /// <inheritdoc/>
    protected override void Initialize()
    {
        base.Initialize();

        // So a lesson can be chosen with --filter Lesson=02-Races, and an IDE can group by it.
        Traits.Add("Lesson", [Koan.Lesson]);
    }

    /// <summary>The koan's name is a sentence, and that is how it is shown.</summary>
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        Sentence.Of(TestMethod.Method.Name);
}
