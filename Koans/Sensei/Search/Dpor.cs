using Sensei.Running;

namespace Sensei.Search;

/// <summary>
/// Tries one order out of every class of orders that no thread could tell apart: source-DPOR with sleep sets
/// (Abdulla, Aronis, Jonsson, Sagonas: "Optimal dynamic partial order reduction", POPL 2014, algorithm 1).
/// After each run every pair of dependent operations that could have come the other way round asks for a run in which
/// it does. Beyond the paper, all earlier accesses of a location are looked at, not only the last one; and at the end
/// of a run the operations of the threads that are stuck are looked at as if they were executed.
/// </summary>
internal sealed class Dpor : IStrategy
{
    private readonly List<Node> _nodes = [];
    private readonly HappensBefore _order = new();

    /// <inheritdoc/>
    public int Prefix { get; private set; }

    /// <inheritdoc/>
    public int Settled(int depth) => _nodes[depth].Chosen;

    /// <inheritdoc/>
    public ulong? CourseAt(int depth) => _nodes[depth].Course;

    /// <inheritdoc/>
    public int Choose(int depth, int current, ulong enabled, ulong reluctant, Run run)
    {
        var sleep = depth == 0 ? 0 : _nodes[depth - 1].SleepAfter;
        var chosen = Prefer(current, enabled & ~sleep, reluctant);
        if (chosen >= 0)
        {
            _nodes.Add(new Node { Enabled = enabled, Sleep = sleep, Chosen = chosen, Backtrack = 1UL << chosen, Course = run.Course });
        }

        return chosen;
    }

    /// <inheritdoc/>
    public void Executed(int depth, Run run)
    {
        var node = _nodes[depth];
        ulong sleep = 0;
        ref var executed = ref run.Trace[depth].Operation;
        for (var rest = (node.Sleep | node.Done) & ~(1UL << node.Chosen); rest != 0; rest &= rest - 1)
        {
            var thread = Run.Lowest(rest);
            if (!Operation.Depend(executed, run.Strands[thread].Pending))
            {
                sleep |= 1UL << thread;
            }
        }

        node.SleepAfter = sleep;
    }

    /// <summary>Learns from a finished run and prepares the next one; false when no order is left to try.</summary>
    internal bool Advance(Run run)
    {
        _order.Read(run);
        for (var i = Math.Max(0, Prefix - 1); i < run.Trace.Count; i++)
        {
            FindRaces(i, run.Trace[i].Thread, run.Trace[i].Operation, run);
        }

        foreach (var strand in run.Strands)
        {
            if (!strand.HasEnded && strand.IsDeclared && !run.HasStopped(strand))
            {
                FindRaces(run.Trace.Count, strand.Id, strand.Pending, run);
            }
        }

        while (_nodes.Count > 0)
        {
            var node = _nodes[^1];
            node.Done |= 1UL << node.Chosen;
            var open = node.Backtrack & ~node.Done & ~node.Sleep;
            if (open != 0)
            {
                node.Chosen = Run.Lowest(open);
                Prefix = _nodes.Count;
                return true;
            }

            _nodes.RemoveAt(_nodes.Count - 1);
        }

        return false;
    }

    /// <summary>The next thread by default: the one that runs, then those that come gladly, by number.</summary>
    internal static int Prefer(int current, ulong candidates, ulong reluctant)
    {
        var glad = candidates & ~reluctant;
        if ((glad >> current & 1) != 0)
        {
            return current;
        }

        return glad != 0 ? Run.Lowest(glad) : candidates != 0 ? Run.Lowest(candidates) : IStrategy.Redundant;
    }

    private void FindRaces(int later, int thread, in Operation operation, Run run)
    {
        if (operation.First is null)
        {
            return;
        }

        FindRaces(later, thread, operation, operation.First, operation.FirstAccess, run);
        if (operation.Second is not null)
        {
            FindRaces(later, thread, operation, operation.Second, operation.SecondAccess, run);
        }

        if (operation.More is not null)
        {
            foreach (var (location, access) in operation.More)
            {
                FindRaces(later, thread, operation, location, access, run);
            }
        }
    }

    private void FindRaces(int later, int thread, in Operation operation, Location location, Access access, Run run)
    {
        foreach (var (earlier, earlierAccess) in _order.AccessesBefore(later, location))
        {
            if (run.Trace[earlier].Thread == thread || !Accesses.Conflict(earlierAccess, access))
            {
                continue;
            }

            if (_order.IsBeforeTurn(earlier, later, thread))
            {
                if (!Accesses.IsPassive(earlierAccess))
                {
                    return;
                }

                continue;
            }

            if (Accesses.Reversible(earlierAccess, access) && CouldHaveCome(earlier, later, thread, operation, run))
            {
                Reverse(earlier, later, thread, run);
            }
        }
    }

    /// <summary>
    /// False when the later operation was already waiting to be executed before the earlier one, was not possible, and
    /// nothing that could come before both would have made it possible.
    /// </summary>
    private bool CouldHaveCome(int earlier, int later, int thread, in Operation operation, Run run)
    {
        if (_order.LastBefore(later, thread) >= earlier || (_nodes[earlier].Enabled >> thread & 1) != 0)
        {
            return true;
        }

        for (var i = earlier + 1; i < later && i < run.Trace.Count; i++)
        {
            // what ends the waiting of a spinning thread may be a location that it looks at only later in its loop
            if (run.Trace[i].Thread != thread && !_order.Covers(i, earlier)
                && (operation.IsHeldBack || Operation.Depend(run.Trace[i].Operation, operation)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Asks for a run in which the later operation is not kept waiting for the earlier one.</summary>
    private void Reverse(int earlier, int later, int thread, Run run)
    {
        var node = _nodes[earlier];
        var initials = _order.Initials(earlier, later, thread, run) & node.Enabled;
        if ((initials & (node.Backtrack | node.Sleep)) != 0)
        {
            return;
        }

        node.Backtrack |= initials == 0 ? node.Enabled
            : (initials >> thread & 1) != 0 ? 1UL << thread
            : 1UL << Run.Lowest(initials);
    }

    /// <summary>The state before an event: what could happen there, what has been tried and what need not be.</summary>
    private sealed class Node
    {
        internal ulong Enabled;
        internal ulong Sleep;
        internal ulong Done;
        internal ulong Backtrack;
        internal ulong SleepAfter;
        internal ulong Course;
        internal int Chosen;
    }
}
