namespace Sensei;

/// <summary>
/// How much a search may cost. What runs out first ends it, and the verdict then says that it is no proof. The counts
/// come first: they give the same verdict on every machine; the time is a safety net for code that is very slow.
/// </summary>
public sealed record Budget
{
    /// <summary>What a koan gets when nothing else is said.</summary>
    public static Budget Default { get; } = new();

    /// <summary>The most runs, those that turn out to be redundant included.</summary>
    public long Orders { get; init; } = 200_000;

    /// <summary>
    /// The most runs that are spent on saying how many orders fail, once one is known to. The verdict does not depend on
    /// it, and a learner waits for it.
    /// </summary>
    public long Counted { get; init; } = 5_000;

    /// <summary>The most steps of one run; a longer one is cut, and the verdict inconclusive.</summary>
    public int StepsPerRun { get; init; } = 5_000;

    /// <summary>The longest the search may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(2);
}
