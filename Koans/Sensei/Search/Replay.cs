using Sensei.Running;

namespace Sensei.Search;

/// <summary>Repeats one order, given as the thread that moves at each step; after its end the default goes on.</summary>
/// <param name="schedule">The number of the thread that moves, step by step.</param>
internal sealed class Replay(IReadOnlyList<int> schedule) : IStrategy
{
    /// <inheritdoc/>
    public int Prefix => schedule.Count;

    /// <inheritdoc/>
    public bool IsRunAgain => schedule.Count > 0;

    /// <inheritdoc/>
    public int Settled(int depth) => schedule[depth];

    /// <inheritdoc/>
    public int Choose(int depth, int current, ulong enabled, ulong reluctant, Run run) =>
        Dpor.Prefer(current, enabled, reluctant);

    /// <inheritdoc/>
    public void Executed(int depth, Run run)
    {
    }
}
