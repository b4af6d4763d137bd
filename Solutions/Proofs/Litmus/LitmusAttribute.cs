namespace Proofs.Litmus;

/// <summary>
/// Marks a scenario: a static method without parameters that returns what it saw. Beside it stands the exact set of
/// outcomes that .NET allows under sequential consistency; one more or one less is a fault of the judge.
/// </summary>
/// <param name="outcomes">Every reachable outcome, in the words of <see cref="Explore.Outcomes"/>.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LitmusAttribute(params string[] outcomes) : Attribute
{
    /// <summary>Every outcome that some order reaches.</summary>
    public string[] Outcomes { get; } = outcomes;

    /// <summary>False where the orders of single steps are too many, or endless, for the search without reduction.</summary>
    public bool Naive { get; init; } = true;

    /// <summary>True where "data race" is an outcome, too.</summary>
    public bool ForbidDataRaces { get; init; }

    /// <summary>True where a background thread that is left going round a loop is a livelock.</summary>
    public bool ForbidBusyWaiting { get; init; }

    /// <summary>True where any one thread may stop for ever.</summary>
    public bool AnyThreadMayStop { get; init; }

    /// <summary>How many threads the pool has; 0 for as many as it needs.</summary>
    public int PoolThreads { get; init; }

    /// <summary>What is asked of the scenario.</summary>
    public KoanOptions Options => new()
    {
        ForbidDataRaces = ForbidDataRaces,
        ForbidBusyWaiting = ForbidBusyWaiting,
        AnyThreadMayStop = AnyThreadMayStop,
        PoolThreads = PoolThreads,
    };
}
