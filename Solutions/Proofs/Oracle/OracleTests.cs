using Proofs.Oracle.Unwoven;
using Xunit.Abstractions;

namespace Proofs.Oracle;

/// <summary>The search with reduction against the search without, and against a model, on generated programs.</summary>
public class OracleTests(ITestOutputHelper output)
{
    private const int MostNaiveOrders = 160;
    private const string Race = "data race";

    // Limits are numbers of orders and of states, never time: the same programs are compared on every machine.
    private static readonly Budget Limit = Budget.Default with { Orders = 1_000, Time = TimeSpan.FromMinutes(5) };

    [Fact]
    public void Reduction_loses_no_outcome_of_hundreds_of_small_programs() => LosesNoOutcome(firstSeed: 1, programs: 250);

    [OnRequest]
    [InlineData(4_000_000)]
    public void Reduction_loses_no_outcome_of_hundreds_more(int firstSeed) => LosesNoOutcome(firstSeed, programs: 500);

    [Fact]
    public void Reduction_reaches_what_a_model_reaches_in_larger_programs()
    {
        var tally = new Tally();
        for (var seed = 1; tally.Compared < 130; seed++)
        {
            var script = Author.Large(1_000_000 + seed);
            var model = Model.Of(script, mostStates: 20_000);
            if (!model.Complete) continue;

            Script.Current = script;
            var reduced = Explore.Outcomes(Machine.Perform, SearchMode.Dpor, Limit);
            if (!reduced.Exhausted) continue;

            tally.Count(model.Orders, reduced, model);
            tally.Compare(seed, script, ("model", model.Reached), ("reduced", reduced.Outcomes));
        }

        output.WriteLine(tally.ToString());
        tally.Differences.Should().BeEmpty();
    }

    [Fact]
    public void Reduction_hides_no_data_race() => HidesNoDataRace(firstSeed: 2_000_000, programs: 110);

    [OnRequest]
    [InlineData(5_000_000)]
    public void Reduction_hides_no_data_race_in_hundreds_more(int firstSeed) => HidesNoDataRace(firstSeed, programs: 215);

    [Fact]
    public void Reduction_holds_nobody_up_and_overlooks_nobody_who_is()
    {
        var tally = new Tally();
        var (heldUp, never) = (0, 0);
        var options = new KoanOptions { AnyThreadMayStop = true };
        for (var seed = 1; tally.Compared < 100; seed++)
        {
            var script = Author.Small(3_000_000 + seed);
            var model = Model.Of(script, mostStates: 300);
            // Every stop is a search of its own, so the programs are smaller here.
            if (!model.Complete || model.Orders > MostNaiveOrders / 5) continue;

            Script.Current = script;
            var naive = Explore.Outcomes(Machine.Perform, SearchMode.Naive, Limit, options);
            if (!naive.Exhausted) continue;

            var isHeldUp = naive.Outcomes.Contains("held up");
            var reduced = Explore.Outcomes(Machine.Perform, SearchMode.Dpor, Limit, options);
            heldUp += isHeldUp ? 1 : 0;
            never += isHeldUp ? 0 : 1;
            tally.Count(naive.Orders, reduced, model);
            tally.Compare(seed, script, ("naive", naive.Outcomes), ("reduced", reduced.Outcomes));
        }

        output.WriteLine($"{tally}; {heldUp} in which somebody can be held up");
        tally.Differences.Should().BeEmpty();
        heldUp.Should().BeGreaterThan(20);
        never.Should().BeGreaterThan(20);
    }

    private void LosesNoOutcome(int firstSeed, int programs)
    {
        var tally = new Tally();
        for (var seed = firstSeed; tally.Compared < programs; seed++)
        {
            var script = Author.Small(seed);
            var model = Model.Of(script, mostStates: 300);
            // The model knows beforehand, and more cheaply, what is too much for the naive search.
            if (!model.Complete || model.Orders > MostNaiveOrders) continue;
            // A program with a single outcome shows little: one in four is enough.
            if (model.Reached.Count == 1 && seed % 4 != 0) continue;

            Script.Current = script;
            var naive = Explore.Outcomes(Machine.Perform, SearchMode.Naive, Limit);
            if (!naive.Exhausted) continue;

            var reduced = Explore.Outcomes(Machine.Perform, SearchMode.Dpor, Limit);
            tally.Count(naive.Orders, reduced, model);
            tally.See(script);
            tally.Compare(seed, script, ("naive", naive.Outcomes), ("reduced", reduced.Outcomes));
            tally.Compare(seed, script, ("model", model.Reached), ("reduced", reduced.Outcomes));
        }

        output.WriteLine(tally.ToString());
        tally.Differences.Should().BeEmpty();
        tally.ShouldHaveSeenAll();
    }

    private void HidesNoDataRace(int firstSeed, int programs)
    {
        var tally = new Tally();
        var (racing, sometimes) = (0, 0);
        var options = new KoanOptions { ForbidDataRaces = true };
        for (var seed = firstSeed; tally.Compared < programs; seed++)
        {
            var script = Author.Small(seed);
            // Where threads seldom touch memory there is little to race: one in four is enough.
            if ((script.HasChannels || script.Uses(Verb.Interrupt, Verb.WriteLater, Verb.GiveLater)) && seed % 4 != 0) continue;

            var model = Model.Of(script, mostStates: 300);
            if (!model.Complete || model.Orders > MostNaiveOrders) continue;
            // Most races that only some orders show are where orders differ in more than that.
            if (model.Reached.Count == 1 && seed % 16 != 0) continue;

            Script.Current = script;
            var naive = Explore.Outcomes(Machine.Perform, SearchMode.Naive, Limit, options);
            if (!naive.Exhausted) continue;

            var races = naive.Outcomes.Contains(Race);
            // Where nothing races in any order there is nothing to hide: a few of those are enough.
            if (!races && seed % 8 != 0) continue;

            var reduced = Explore.Outcomes(Machine.Perform, SearchMode.Dpor, Limit, options);
            racing += races ? 1 : 0;
            sometimes += races && naive.Outcomes.Count > 1 ? 1 : 0;
            tally.Count(naive.Orders, reduced, model);
            tally.Compare(seed, script, ("naive", naive.Outcomes), ("reduced", reduced.Outcomes));
        }

        output.WriteLine($"{tally}; {racing} with a data race, {sometimes} of them in some orders only");
        tally.Differences.Should().BeEmpty();
        sometimes.Should().BeGreaterThan(programs / 12, "races that only some orders show are those that could be hidden");
    }

    private sealed class Tally
    {
        private double _naiveOrders;
        private long _orders, _runs;
        private int _severalOutcomes, _stuck, _lost;

        private readonly HashSet<Verb> _seen = [];

        public int Compared { get; private set; }

        public List<string> Differences { get; } = [];

        public void Count(double naiveOrders, Exploration reduced, Model model)
        {
            Compared++;
            _naiveOrders += naiveOrders;
            _orders += reduced.Orders;
            _runs += reduced.Runs;
            if (model.Reached.Count > 1) _severalOutcomes++;
            if (model.Reached.Contains("deadlock")) _stuck++;
            if (model.Reached.Contains("lost wake-up")) _lost++;
        }

        public void Compare(int seed, Script script, (string Name, IEnumerable<string> Set) one, (string Name, IEnumerable<string> Set) two)
        {
            var onlyOne = one.Set.Except(two.Set).Order().ToList();
            var onlyTwo = two.Set.Except(one.Set).Order().ToList();
            if (onlyOne.Count + onlyTwo.Count == 0) return;

            Differences.Add(string.Join(
                Environment.NewLine,
                $"seed {seed}",
                script,
                $"only {one.Name}: {string.Join(" | ", onlyOne)}",
                $"only {two.Name}: {string.Join(" | ", onlyTwo)}"));
        }

        public void See(Script script)
        {
            for (var t = 0; t < script.Threads; t++)
            {
                _seen.UnionWith(Enumerable.Range(0, script.Length(t)).Select(i => script.At(t, i).Verb));
            }
        }

        public void ShouldHaveSeenAll() => _seen.Should().BeEquivalentTo(Enum.GetValues<Verb>().Except([Verb.Start, Verb.End]));

        public override string ToString() =>
            $"{Compared} programs, {_severalOutcomes} with several outcomes, {_stuck} that can deadlock, {_lost} that can lose "
            + $"a wake-up: {_naiveOrders:N0} orders of steps, reduced to {_orders:N0} ({_runs:N0} runs)";
    }
}
