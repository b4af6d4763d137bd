using System.Reflection;

namespace Sensei;

/// <summary>What a koan asks of its judge beyond a right result in every order.</summary>
public sealed record KoanOptions
{
    /// <summary>What a koan gets when nothing else is said.</summary>
    public static KoanOptions Default { get; } = new();

    /// <summary>A pair of conflicting plain accesses that nothing orders is a failure, whatever the result.</summary>
    public bool ForbidDataRaces { get; init; }

    /// <summary>A background thread that is left at the end must sleep: going round a loop is a failure.</summary>
    public bool ForbidBusyWaiting { get; init; }

    /// <summary>Any one thread may stop for ever, at any step, and the others must come to their end all the same.</summary>
    public bool AnyThreadMayStop { get; init; }

    /// <summary>How many threads the pool has; 0 for as many as it needs.</summary>
    public int PoolThreads { get; init; }

    /// <summary>The class that says in which one order the koan is run; null where all orders are tried.</summary>
    public Type? Order { get; init; }

    /// <summary>The koan's source file; beside it stands that of <see cref="Order"/>.</summary>
    public string File { get; init; } = "";

    /// <summary>How long a live koan may take; null for one whose orders are explored.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>What the learner writes are answers, and a live koan finds out whether they are right.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>What a live koan waits for, to be told when it does not come.</summary>
    public string? Expects { get; init; }

    /// <summary>What the attribute of a koan says; also of a koan that exists in a twin only.</summary>
    internal static KoanOptions Of(MethodInfo koan) => koan.GetCustomAttribute<StationAttribute>()?.Options ?? Default;
}
