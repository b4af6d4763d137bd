using System.Numerics;
using Sensei.Running;

namespace Sensei.Search;

/// <summary>
/// Depth-first search over orders with at most so many preemptions: switches away from a thread that could have gone
/// on. Short stories first: nearly every known bug shows with one (Musuvathi and Qadeer, PLDI 2007). Without a bound
/// it is the naive search over all orders, the oracle that the reduction is checked against.
/// </summary>
/// <param name="bound">The most preemptions; a negative number for no bound.</param>
/// <param name="contended">
/// The aspects of objects that threads have been seen to contend for; with a bound, only these are worth a preemption.
/// </param>
internal sealed class DepthFirst(int bound, HashSet<long> contended) : IStrategy
{
    private readonly List<Node> _nodes = [];

    /// <summary>
    /// A thread that stops or ends hands over to one that is given, too: to any other costs as much as a preemption. With
    /// many threads there is no end to the orders in which they may follow one another; of these there are few (after the
    /// delay bounding of Emmi, Qadeer and Rakamarić, POPL 2011).
    /// </summary>
    internal bool CountsEverySwitch { get; init; }

    /// <inheritdoc/>
    public int Prefix { get; private set; }

    /// <summary>Preemptions of the run that was executed last.</summary>
    internal int Preemptions => _nodes.Count(node => (node.Free >> node.Chosen & 1) == 0);

    /// <summary>The product of the numbers of threads that could have moved, over the run that was executed last, which is the first.</summary>
    internal double Choices => _nodes.Aggregate(1.0, (product, node) => product * (1 + BitOperations.PopCount(node.Untried)));

    /// <inheritdoc/>
    public int Settled(int depth) => _nodes[depth].Chosen;

    /// <inheritdoc/>
    public ulong? CourseAt(int depth) => _nodes[depth].Course;

    /// <inheritdoc/>
    public int Choose(int depth, int current, ulong enabled, ulong reluctant, Run run)
    {
        var chosen = Dpor.Prefer(current, enabled, reluctant);
        var before = depth == 0 ? 0 : _nodes[depth - 1].CostAfter;
        var free = Free(current, enabled, reluctant);
        var node = new Node
        {
            Chosen = chosen,
            Course = run.Course,
            Before = before,
            Free = free,
            Cheap = CountsEverySwitch ? 1UL << chosen : free,
            Untried = enabled & ~(1UL << chosen),
        };
        node.CostAfter = before + node.CostOf(chosen);
        if (bound >= 0)
        {
            if (before == bound || !IsWorthwhile(current, run))
            {
                node.Untried &= node.Cheap;
            }
        }

        _nodes.Add(node);
        return chosen;
    }

    /// <inheritdoc/>
    public void Executed(int depth, Run run)
    {
    }

    /// <summary>Prepares the next run; false when there is none.</summary>
    internal bool Advance(Run run)
    {
        if (bound >= 0)
        {
            Learn(run);
        }

        while (_nodes.Count > 0)
        {
            var node = _nodes[^1];
            if (node.Untried != 0)
            {
                node.Chosen = Run.Lowest(node.Untried);
                node.Untried &= node.Untried - 1;
                node.CostAfter = node.Before + node.CostOf(node.Chosen);
                Prefix = _nodes.Count;
                return true;
            }

            _nodes.RemoveAt(_nodes.Count - 1);
        }

        return false;
    }

    /// <summary>The threads a switch to which is nobody's preemption.</summary>
    private static ulong Free(int current, ulong enabled, ulong reluctant)
    {
        var glad = enabled & ~reluctant;
        var goesOn = (glad >> current & 1) != 0;
        return goesOn ? 1UL << current : glad != 0 ? glad : enabled;
    }

    private bool IsWorthwhile(int current, Run run)
    {
        var strand = run.Strands[current];
        if (strand.IsDone)
        {
            return true;
        }

        ref var next = ref strand.Pending;
        return next.Gate is not null || next.Yields
            || (next.First is not null && contended.Contains(next.First.Key))
            || (next.Second is not null && contended.Contains(next.Second.Key));
    }

    private void Learn(Run run)
    {
        for (var i = 0; i < run.Trace.Count; i++)
        {
            Learn(run.Trace[i].Operation.First);
            Learn(run.Trace[i].Operation.Second);
        }
    }

    private void Learn(Location? location)
    {
        if (location is { IsContended: true })
        {
            contended.Add(location.Key);
        }
    }

    private sealed class Node
    {
        internal int Chosen;
        internal int Before;
        internal int CostAfter;
        internal ulong Course;
        internal ulong Free;
        internal ulong Cheap;
        internal ulong Untried;

        internal int CostOf(int thread) => (Cheap >> thread & 1) != 0 ? 0 : 1;
    }
}
