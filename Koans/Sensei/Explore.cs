using System.Diagnostics;
using Sensei.Records;
using Sensei.Running;
using Sensei.Search;
using Sensei.Weaving;

namespace Sensei;

/// <summary>How a search goes through the orders.</summary>
public enum SearchMode
{
    /// <summary>One order out of every class that no thread could tell apart.</summary>
    Dpor,

    /// <summary>Every order of steps, without any reduction: the oracle for the other.</summary>
    Naive,
}

/// <summary>What came of running a scenario under every order.</summary>
/// <param name="Outcomes">The different outcomes.</param>
/// <param name="Orders">Runs that came to an end.</param>
/// <param name="Runs">All runs, also those that turned out to be redundant.</param>
/// <param name="Exhausted">True when no order is left.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record Exploration(
    IReadOnlySet<string> Outcomes, long Orders, long Runs, bool Exhausted, TimeSpan Elapsed);

/// <summary>What came of running a scenario in one order that was given in words.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Fault">What is wrong with the order itself, in a sentence; null when it could be followed.</param>
/// <param name="Record">The run.</param>
public sealed record OneOrder(string Outcome, string? Fault, RunRecord Record);

/// <summary>Runs scenarios under every order and says what can come of them: for proofs and for the curious.</summary>
public static class Explore
{
    /// <summary>The set of outcomes of a scenario.</summary>
    /// <param name="scenario">
    /// A static method that captures nothing. What it returns is an outcome; so are "deadlock", "livelock",
    /// "lost wake-up", "throws: ..." for an exception that leaves a thread, "fails: ..." for one that leaves the
    /// scenario itself, "not followed: ..." and "inconclusive".
    /// </param>
    /// <param name="mode">How to search.</param>
    /// <param name="budget">How much it may cost.</param>
    /// <param name="options">
    /// What is asked beyond a result: with data races forbidden, "data race" is an outcome; where any thread may stop
    /// for ever, "held up" is one, and "ended without one" where the scenario waits for the one that did.
    /// </param>
    /// <param name="until">The outcome with which the search ends early; null to go on to the last.</param>
    public static Exploration Outcomes(
        Func<string> scenario,
        SearchMode mode = SearchMode.Dpor,
        Budget? budget = null,
        KoanOptions? options = null,
        string? until = null)
    {
        budget ??= Budget.Default;
        var start = Stopwatch.GetTimestamp();
        var outcomes = new SortedSet<string>(StringComparer.Ordinal);
        long orders = 0, runs = 0;
        var cut = 0;
        var exhausted = false;
        var stops = new Stops();
        Search(scenario, exploration =>
        {
            outcomes.Clear();
            (orders, runs, cut) = (0, 0, 0);
            exhausted = Try(exploration, null);
            if (options is { AnyThreadMayStop: true })
            {
                exhausted = stops.All().Aggregate(exhausted, (all, stop) => all && Try(exploration, stop));
            }
        }, options);
        return new Exploration(outcomes, orders, runs, exhausted, Stopwatch.GetElapsedTime(start));

        bool Try(Running.Exploration exploration, Stop? stop)
        {
            var dpor = new Dpor();
            var naive = new DepthFirst(bound: -1, []);
            var more = true;
            while (more && runs < budget.Orders)
            {
                var run = exploration.Execute(mode == SearchMode.Dpor ? dpor : naive, budget.StepsPerRun, stop: stop);
                runs++;
                if (stop is null)
                {
                    stops.Learn(run);
                }

                if (!run.IsRedundant)
                {
                    orders++;
                    outcomes.Add(OutcomeOf(run));
                    cut += run.Ending is Inconclusive ? 1 : 0;
                }

                if (cut == Inquiry.MostInconclusive || (until is not null && outcomes.Contains(until))
                    || Stopwatch.GetElapsedTime(start) > budget.Time)
                {
                    break;
                }

                more = mode == SearchMode.Dpor ? dpor.Advance(run) : naive.Advance(run);
            }

            return !more;
        }
    }

    /// <summary>
    /// About how many orders of steps there are, guessed from one of them: the choices it had, multiplied (Knuth,
    /// "Estimating the efficiency of backtrack programs", 1975). It can be far off, and tells dozens from millions.
    /// </summary>
    /// <param name="scenario">A static method that captures nothing.</param>
    /// <param name="options">What is asked beyond a result.</param>
    public static double GuessOrders(Func<string> scenario, KoanOptions? options = null)
    {
        var guess = 1.0;
        Search(scenario, exploration =>
        {
            var first = new DepthFirst(bound: -1, []);
            exploration.Execute(first, Budget.Default.StepsPerRun);
            guess = first.Choices;
        }, options);
        return guess;
    }

    /// <summary>Runs a scenario in one order that is given in words.</summary>
    /// <param name="scenario">A static method that captures nothing.</param>
    /// <param name="order">Who moves when. README.md of Sensei says how an order is written.</param>
    /// <param name="options">What is asked beyond a result.</param>
    public static OneOrder Follow(Func<string> scenario, IReadOnlyList<string> order, KoanOptions? options = null)
    {
        OneOrder? one = null;
        Search(scenario, exploration =>
        {
            var (run, record, fault) = Inquiry.Follow(exploration, order, null, Budget.Default);
            one = new OneOrder(OutcomeOf(run), fault, record);
        }, options);
        return one!;
    }

    /// <summary>The fewest preemptions with which a scenario has an outcome that fails; -1 when none up to <paramref name="max"/> does.</summary>
    /// <param name="scenario">A static method that captures nothing.</param>
    /// <param name="fails">Which outcomes are failures.</param>
    /// <param name="max">The most preemptions to try.</param>
    public static int LeastPreemptions(Func<string> scenario, Func<string, bool> fails, int max = 3) =>
        FirstFailure(scenario, fails, max).Preemptions;

    /// <summary>Seeks an outcome that fails, with 0 preemptions first, then with 1 and so on.</summary>
    /// <param name="scenario">A static method that captures nothing.</param>
    /// <param name="fails">Which outcomes are failures.</param>
    /// <param name="max">The most preemptions to try.</param>
    /// <param name="most">The most orders to try with each number of preemptions; then switches of every kind are counted.</param>
    /// <returns>With how many preemptions it was found (-1: not at all), and how many orders were tried until then.</returns>
    public static (int Preemptions, long Orders) FirstFailure(
        Func<string> scenario, Func<string, bool> fails, int max = 3, long most = long.MaxValue)
    {
        var least = -1;
        var orders = 0L;
        Search(scenario, exploration =>
        {
            (least, orders) = (-1, 0);
            var contended = new HashSet<long>();
            var searches = Enumerable.Range(0, max + 1).Select(bound => new DepthFirst(bound, contended));
            if (most < long.MaxValue)
            {
                searches = searches.Concat(
                    Enumerable.Range(1, max).Select(bound => new DepthFirst(bound, contended) { CountsEverySwitch = true }));
            }

            foreach (var search in searches.TakeWhile(_ => least < 0))
            {
                var left = most;
                Run run;
                do
                {
                    run = exploration.Execute(search, Budget.Default.StepsPerRun);
                    orders++;
                    if (!run.IsRedundant && fails(OutcomeOf(run)))
                    {
                        least = search.Preemptions;
                    }
                }
                while (least < 0 && --left > 0 && search.Advance(run));
            }
        });
        return (least, orders);
    }

    private static void Search(Func<string> scenario, Action<Running.Exploration> search, KoanOptions? options = null)
    {
        var twin = Twin.Of(scenario.Method.Module.Assembly);
        var method = twin[scenario.Method];
        // a method group that captures nothing may still be compiled into an instance method of a shared closure
        var target = method.IsStatic ? null : Live.LiveRun.Apart(() => Activator.CreateInstance(method.DeclaringType!));
        var body = method.CreateDelegate<Func<string>>(target);
        lock (twin.Gate)
        {
            var exploration = new Running.Exploration(() => run => run.Returned = body(), options);
            if (!Watched.Do(() => exploration.Search(() => search(exploration)), () => exploration.Progress))
            {
                exploration.Forget();
                throw new InvalidOperationException("The scenario went into something that Sensei cannot see, and did not come back.");
            }
        }
    }

    private static string OutcomeOf(Run run) => run.Ending switch
    {
        Met when run.Stopped is not null && run.Returned is null => "ended without one",
        Met => (string?)run.Returned ?? "null",
        WrongResult wrong => $"fails: {wrong.Message}",
        ThreadException { Thread: 0 } thrown => $"fails: {thrown.Message}",
        ThreadException thrown => $"throws: {thrown.Message}",
        Deadlock => "deadlock",
        LostWakeUp => "lost wake-up",
        Livelock => "livelock",
        HeldUp => "held up",
        DataRace => "data race",
        NotFollowed api => $"not followed: {api.Api}",
        _ => "inconclusive",
    };
}
