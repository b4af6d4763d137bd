using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>What a run keeps of a source of cancellation beside the real one: its deadline, and who is being called.</summary>
internal sealed class Callbacks
{
    private readonly Dictionary<CancellationTokenRegistration, Callback> _registered = [];

    internal Deadline? Deadline { get; set; }

    /// <summary>What is still to be called, on a thread of the pool.</summary>
    internal List<Callback> Later { get; } = [];

    /// <summary>Whether what .NET calls now is to be called later.</summary>
    internal bool IsLater { get; set; }

    internal static Callbacks Of(Location location) => (Callbacks)(location.Mirror ??= new Callbacks());

    internal void Add(CancellationTokenRegistration registration, Callback callback) => _registered[registration] = callback;

    internal Callback? Find(CancellationTokenRegistration registration) => _registered.GetValueOrDefault(registration);
}

/// <summary>
/// The learner's code that a cancellation calls. Who wants to be rid of it has to wait while it runs, unless it runs on
/// the same thread.
/// </summary>
internal sealed class Callback(Action body, Run run, bool isOurs = false) : IGate
{
    private Strand? _runner;

    internal Location Location => run.LocationOf(this, LocationKey.State);

    /// <inheritdoc/>
    public bool IsOpen(Strand strand) => _runner is null || _runner == strand;

    /// <inheritdoc/>
    public Waiting Describe(Strand strand) => _runner is { } runner
        ? new Waiting(WaitsFor.Thread, runner.Life, [(runner, -1)])
        : new Waiting(WaitsFor.Signal, Location, []);

    /// <summary>What .NET calls; later, where somebody has asked for that.</summary>
    internal void Run(Callbacks of)
    {
        if (of.IsLater)
        {
            of.Later.Add(this);
        }
        else
        {
            Run();
        }
    }

    internal void Run()
    {
        _runner = Strand.Current;
        try
        {
            body();
        }
        catch (Exception error) when (error is not RunAbandoned)
        {
            End();
            throw;
        }

        End();
    }

    private void End()
    {
        if (!isOurs)
        {
            _runner?.Step(new Operation(-1, Location, Access.Write) { KeepsVersion = true });
        }

        _runner = null;
    }
}
