namespace Proofs.Golden;

/// <summary>Marks a scene: judged like a koan, and its message compared with the golden one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SceneAttribute : Attribute
{
    /// <summary>How many orders may be tried; 0 for the budget of every koan.</summary>
    public int Orders { get; init; }

    /// <summary>Whether a data race is a failure, whatever the result.</summary>
    public bool ForbidDataRaces { get; init; }

    /// <summary>How many threads the pool has; 0 for as many as it needs.</summary>
    public int PoolThreads { get; init; }

    /// <summary>Whether a background thread that is left going round a loop is a failure.</summary>
    public bool ForbidBusyWaiting { get; init; }

    /// <summary>Whether any one thread may stop for ever, and the others must come to their end.</summary>
    public bool AnyThreadMayStop { get; init; }

    /// <summary>Seconds that a live scene may take; 0 for one that is explored.</summary>
    public double Patience { get; init; }

    /// <summary>What a live scene waits for.</summary>
    public string? Expects { get; init; }

    /// <summary>What is asked of the scene.</summary>
    public KoanOptions Options => new()
    {
        ForbidDataRaces = ForbidDataRaces,
        ForbidBusyWaiting = ForbidBusyWaiting,
        AnyThreadMayStop = AnyThreadMayStop,
        PoolThreads = PoolThreads,
        Patience = Patience > 0 ? TimeSpan.FromSeconds(Patience) : null,
        Expects = Expects,
    };
}
