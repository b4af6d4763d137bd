using Sensei.Running;

namespace Sensei.Search;

/// <summary>Where the threads of a program may come into each other's way: what an order in words has to speak of.</summary>
internal static class Contention
{
    /// <summary>Enough to have been in every branch of a program that a person would write an order for.</summary>
    private const int MostRuns = 200;

    /// <summary>
    /// The aspects of objects that several threads use while they run, and one of them changes. What was made before the
    /// first of them was started is not changed by that.
    /// </summary>
    internal static HashSet<long> In(Running.Exploration exploration, Budget budget)
    {
        var contended = new HashSet<long>();
        var search = new Dpor();
        for (var runs = 0; runs < MostRuns; runs++)
        {
            var run = exploration.Execute(search, budget.StepsPerRun);
            Learn(run, contended);
            if (!search.Advance(run))
            {
                break;
            }
        }

        return contended;
    }

    private static void Learn(Run run, HashSet<long> contended)
    {
        var users = new Dictionary<Location, (ulong All, ulong Writers)>();
        var isAlone = true;
        for (var i = 0; i < run.Trace.Count; i++)
        {
            ref var executed = ref run.Trace[i];
            isAlone &= executed.Thread == 0;
            if (!isAlone && executed.Operation.First is { } location)
            {
                var bit = 1UL << executed.Thread;
                var (all, writers) = users.GetValueOrDefault(location);
                users[location] = (all | bit, Accesses.IsPassive(executed.Operation.FirstAccess) ? writers : writers | bit);
            }
        }

        contended.UnionWith(users
            .Where(use => use.Value.Writers != 0 && (use.Value.All & (use.Value.All - 1)) != 0)
            .Select(use => use.Key.Key));
    }
}
