using System.Diagnostics;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Search;

/// <summary>
/// The search for one verdict: first for the shortest failing order, then for the proof that none is left, and last
/// the telling of the order that failed.
/// </summary>
/// <param name="body">Makes what a run executes.</param>
/// <param name="budget">What the search may cost.</param>
/// <param name="options">What is asked of the koan.</param>
internal sealed class Inquiry(Func<Action<Run>> body, Budget budget, KoanOptions options)
{
    private const int MostPreemptions = 2;

    /// <summary>More letters than this make a command that is wider than a page.</summary>
    private const int LongToken = 24;

    /// <summary>The part of all orders after which a proof that has found nothing wrong lets the search for a story have a look.</summary>
    private const int FirstShare = 40;

    /// <summary>The part of all orders that each bound on preemptions may try.</summary>
    private const int StoryShare = 40;

    /// <summary>Runs that had to be cut, after which going on would only cost time.</summary>
    internal const int MostInconclusive = 3;

    /// <summary>Said of an order that was asked for and cannot be followed: the code has changed, or it is another koan's.</summary>
    private const string OtherCode =
        "The order that was asked for belongs to other code: it was found before a change, or for another koan.";

    private readonly Running.Exploration _exploration = new(body, options);
    private readonly long _start = Stopwatch.GetTimestamp();
    private Failure? _failure;
    private Failure? _cut;
    private long _orders, _failing, _circular;
    private int _inconclusive, _preemptionsTried;
    private long _tried;
    private readonly Stops _stops = new();
    private Stop? _stop;
    private ulong _firstCourse;

    /// <summary>Changes as long as the search gets on.</summary>
    internal long Progress => _exploration.Progress;

    /// <summary>Something went wrong that is worth telling; a race is told only where nothing comes of it.</summary>
    private bool HasStory => _failure is { Ending: not DataRace };

    /// <summary>The runs there are for saying how many fail.</summary>
    private long MostCounted => Math.Min(budget.Counted, budget.Orders);

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    private bool IsSpent => _inconclusive >= MostInconclusive || Elapsed > budget.Time
        || _failure?.Ending is NotFollowed;

    internal Verdict Search()
    {
        Verdict? verdict = null;
        _exploration.Search(() => verdict = Found());
        return verdict!;
    }

    private Verdict Found()
    {
        (_failure, _cut) = (null, null);
        Begin();
        // Most koans that are met are proved within a few runs, so the proof is tried first; it also finds out
        // quickly that there is something to tell. What is told is the order with the fewest preemptions.
        var proof = new Dpor();
        var isProved = SeekProof(proof, untilFailure: true, most: budget.Orders / FirstShare);
        if (isProved && Proved() is { } verdict)
        {
            return verdict;
        }

        var any = _failure ?? _cut;
        if (any is { Ending: Inconclusive, IsAlone: true })
        {
            return Conclude(exhausted: false);
        }

        (_failure, _cut) = (null, null);
        SeekStory();
        if (any is null && _failure is null)
        {
            // Neither has found anything: on with the proof.
            _inconclusive = 0;
            if (!isProved && SeekProof(proof, untilFailure: true, most: budget.Orders) && Proved() is { } later)
            {
                return later;
            }

            any = _failure ?? _cut;
            if (any is null or { Ending: Inconclusive })
            {
                return Conclude(exhausted: false);
            }
        }

        _cut ??= any is { Ending: Inconclusive } ? any : null;
        _failure ??= any is null or { Ending: Inconclusive } ? null : any;
        Begin();
        return Conclude(SeekProof(new Dpor(), untilFailure: false, most: MostCounted)
            && ((any ?? _failure)?.Stop is null || SeekProofOfStops(untilFailure: false)));
    }

    /// <summary>Counts from the beginning.</summary>
    private void Begin()
    {
        (_orders, _failing, _circular, _inconclusive, _tried) = (0, 0, 0, 0, 0);
        _stop = null;
    }

    /// <summary>The verdict when every order has gone well; null when one in which a thread stops for ever does not.</summary>
    private Verdict? Proved() =>
        !HasOneCourse() ? OtherCourse()
        : !options.AnyThreadMayStop || SeekProofOfStops(untilFailure: true) ? Conclude(exhausted: true)
        : null;

    /// <summary>Runs one given order and tells it.</summary>
    internal Verdict Replay(int[] schedule, Stop? stop)
    {
        RunRecord? record = null;
        _exploration.Search(() => record = Told());
        if (record!.Ending is Inconclusive { Reason: Run.OtherCourse } && !_exploration.HasInterrupts)
        {
            // with interrupts to reckon with, some waits are more steps
            _exploration.HasInterrupts = true;
            record = Told();
        }

        if (record.Ending is Inconclusive { Reason: Run.OtherCourse })
        {
            record = new RunRecord(record.Threads, [], new Inconclusive(OtherCode, null));
        }

        return new Verdict(
            KindOf(record.Ending), 1, record.Ending is Met ? 0 : 1, false, 0, record, null, Tokens.Write(schedule, stop), Elapsed)
        {
            IsReplay = true,
        };

        RunRecord Told()
        {
            var recorder = new Recorder();
            return recorder.Build(_exploration.Execute(new Replay(schedule), budget.StepsPerRun, recorder, stop));
        }
    }

    /// <summary>Runs the one order that a class has in words. It is all that is asked for, so what comes of it is proved.</summary>
    internal Verdict Follow(Type type, string koan)
    {
        var at = OrderOf.Find(type, koan);
        var (entries, record) = Read(type);
        var token = "";
        if (record.Ending is Met)
        {
            (var run, record, _) = Follow(_exploration, entries, at, budget);
            token = Tokens.Write([.. Enumerable.Range(0, run.Trace.Count).Select(i => run.Trace[i].Thread)], null);
        }

        var isMet = record.Ending is Met;
        return new Verdict(
            KindOf(record.Ending), 1, isMet ? 0 : 1, record.Ending is not Inconclusive, 0, isMet ? null : record, null, token, Elapsed)
        {
            Order = at ?? new SourceLine("", 0, type.Name),
        };
    }

    /// <summary>Asks a class for its order: learner's code, and so in a run of its own.</summary>
    private (IReadOnlyList<string> Entries, RunRecord Record) Read(Type type)
    {
        IReadOnlyList<string> entries = [];
        var reading = new Running.Exploration(() => _ => entries = OrderOf.Read(type));
        var recorder = new Recorder();
        var run = reading.Execute(new Replay([]), budget.StepsPerRun, recorder);
        return (entries, recorder.Build(run));
    }

    /// <summary>Runs a written order.</summary>
    internal static (Run Run, RunRecord Record, string? Fault) Follow(
        Running.Exploration exploration, IReadOnlyList<string> entries, SourceLine? at, Budget budget)
    {
        (Run, RunRecord, string?) followed = default;
        exploration.Search(() =>
        {
            var order = new WrittenOrder(entries, at, Contention.In(exploration, budget));
            var recorder = new Recorder();
            var run = exploration.Execute(order, budget.StepsPerRun, recorder);
            order.Finish(run);
            followed = (run, recorder.Build(run), order.Fault);
        });
        return followed;
    }

    /// <summary>The verdict on code that went away and did not come back.</summary>
    internal Verdict Stuck()
    {
        var run = _exploration.Running;
        _exploration.Forget();
        var strand = run?.Strands.FirstOrDefault(s => s.IsBorn && !s.IsDone);
        var at = strand is null ? null : run!.Sites.Line(strand.Pending.Site);
        var threads = run?.Strands.Select(s => new ThreadRecord(s.Id, Names.Of(s), s.Face.IsBackground)).ToList() ?? [];
        var ending = new Inconclusive("The code went into something that Sensei cannot see, and did not come back.", at);
        return new Verdict(
            VerdictKind.Inconclusive, _orders, _failing, false, 0, new RunRecord(threads, [], ending), null, "", Elapsed);
    }

    /// <summary>Whether the first order goes as it went the first time: else what was proved holds of nothing.</summary>
    private bool HasOneCourse() =>
        _exploration.Execute(new Dpor(), budget.StepsPerRun) is var again && again.Course == _firstCourse && again.Ending is Met or null;

    private Verdict OtherCourse() => new(
        VerdictKind.Inconclusive, _orders, _failing, false, 0, new RunRecord([], [], new Inconclusive(Run.OtherCourse, null)), null, "", Elapsed);

    private void SeekStory()
    {
        var contended = new HashSet<long>();
        var isWhole = true;
        for (var bound = 0; bound <= MostPreemptions && !HasStory && !IsSpent; bound++)
        {
            isWhole &= Sweep(new DepthFirst(bound, contended));
            _preemptionsTried = bound;
        }

        for (var bound = 1; bound <= MostPreemptions && !HasStory && !IsSpent && !isWhole; bound++)
        {
            Sweep(new DepthFirst(bound, contended) { CountsEverySwitch = true });
        }
    }

    /// <summary>Tries the orders of one search for a story; true when none is left.</summary>
    private bool Sweep(DepthFirst search)
    {
        // with many threads one bound alone has no end: each has its share
        var most = _exploration.Runs + (budget.Orders / StoryShare);
        Run run;
        do
        {
            if (_exploration.Runs == most)
            {
                return false;
            }

            run = _exploration.Execute(search, budget.StepsPerRun, stop: _stop);
            Note(run, search.Preemptions);
        }
        while (!HasStory && !IsSpent && search.Advance(run));
        return true;
    }

    /// <summary>The same for the orders in which a thread stops for ever, wherever one can.</summary>
    private bool SeekProofOfStops(bool untilFailure)
    {
        foreach (var stop in _stops.All())
        {
            _stop = stop;
            if (!SeekProof(new Dpor(), untilFailure, untilFailure ? budget.Orders : MostCounted))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tries one order of every class, going on where the search has come to; true when none is left.</summary>
    private bool SeekProof(Dpor search, bool untilFailure, long most)
    {
        var more = true;
        while (more && _tried < most && !IsSpent)
        {
            var run = _exploration.Execute(search, budget.StepsPerRun, stop: _stop);
            _firstCourse = _tried++ == 0 ? run.Course : _firstCourse;
            if (_stop is null)
            {
                _stops.Learn(run);
            }
            else if (run.Stopped is null && run.Ending is Met)
            {
                // it never came to stop: this has been tried
                more = search.Advance(run);
                continue;
            }

            _circular += run.IsCircular ? 1 : 0;
            if (run.Ending is Met)
            {
                _orders++;
                _failure?.Contrast.Compare(run);
            }
            else if (!run.IsRedundant)
            {
                // a run that had to be cut is no order: nobody knows how it would have ended
                var isOrder = run.Ending is not Inconclusive;
                _orders += isOrder ? 1 : 0;
                _failing += isOrder ? 1 : 0;
                Note(run, -1);
                if (untilFailure)
                {
                    return false;
                }
            }

            more = search.Advance(run);
        }

        return !more && _inconclusive == 0 && _failure?.Ending is not NotFollowed;
    }

    /// <summary>Keeps the first run that failed; one that had to be cut only for want of a real failure.</summary>
    private void Note(Run run, int preemptions)
    {
        switch (run.Ending)
        {
            case null or Met:
                break;
            case Inconclusive:
                _inconclusive++;
                _cut ??= new Failure(run, preemptions, _stop);
                break;
            default:
                // what comes of a race says more than the race
                if (!HasStory && (_failure is null || run.Ending is not DataRace)
                    || (run.Ending is NotFollowed && _failure?.Ending is not NotFollowed))
                {
                    _failure = new Failure(run, preemptions, _stop);
                }

                break;
        }
    }

    private Verdict Conclude(bool exhausted)
    {
        if ((_failure ?? _cut) is not { } failure)
        {
            var kind = exhausted && _orders > 0 ? VerdictKind.Met
                : exhausted && _circular > 0 ? VerdictKind.Livelock
                : VerdictKind.Inconclusive;
            return new Verdict(kind, _orders, _failing, exhausted, _preemptionsTried, null, null, "", Elapsed);
        }

        var recorder = new Recorder();
        var told = _exploration.Execute(new Replay(failure.Schedule), budget.StepsPerRun, recorder, failure.Stop);
        var record = recorder.Build(told);
        if (failure.Ending is Inconclusive && told.Ending is Inconclusive)
        {
            // where a run is cut for want of memory differs from time to time
            record = record with { Ending = failure.Ending };
        }
        else if (told.Ending?.GetType() != failure.Ending.GetType() || told.Course != failure.Course)
        {
            record = record with
            {
                Ending = new Inconclusive(Run.OtherCourse, null),
            };
        }

        return new Verdict(
            KindOf(record.Ending),
            _orders,
            _failing,
            exhausted,
            failure.Preemptions,
            record,
            record.Ending is DataRace or HeldUp ? null : failure.Contrast.Found(recorder),
            TokenOf(failure),
            Elapsed);
    }

    /// <summary>The token that replays a failure. A long one leaves out the end, as far as it comes about by itself.</summary>
    private string TokenOf(Failure failure)
    {
        var token = Tokens.Write(failure.Schedule, failure.Stop);
        if (token.Length <= LongToken)
        {
            return token;
        }

        var (tooFew, enough) = (-1, failure.Schedule.Length);
        while (enough - tooFew > 1)
        {
            var half = (tooFew + enough) / 2;
            var run = _exploration.Execute(new Replay(failure.Schedule[..half]), budget.StepsPerRun, stop: failure.Stop);
            (tooFew, enough) = run.Course == failure.Course ? (tooFew, half) : (half, enough);
        }

        return Tokens.Write(failure.Schedule[..enough], failure.Stop);
    }

    private static VerdictKind KindOf(Ending ending) => ending switch
    {
        Met => VerdictKind.Met,
        WrongResult => VerdictKind.WrongResult,
        ThreadException => VerdictKind.ThreadException,
        Deadlock => VerdictKind.Deadlock,
        LostWakeUp => VerdictKind.LostWakeUp,
        Livelock => VerdictKind.Livelock,
        HeldUp => VerdictKind.HeldUp,
        DataRace => VerdictKind.DataRace,
        NotFollowed => VerdictKind.NotFollowed,
        _ => VerdictKind.Inconclusive,
    };

    /// <summary>A run that went wrong, as far as it is needed to run it again.</summary>
    private sealed class Failure
    {
        internal Failure(Run run, int preemptions, Stop? stop)
        {
            Stop = stop;
            Ending = run.Ending!;
            Course = run.Course;
            IsAlone = run.Strands.Count == 1;
            Preemptions = preemptions;
            Schedule = Enumerable.Range(0, run.Trace.Count).Select(i => run.Trace[i].Thread).ToArray();
            Contrast = new ContrastFinder(run);
        }

        internal Ending Ending { get; }

        /// <summary>Where a thread stopped for ever; null when none did.</summary>
        internal Stop? Stop { get; }

        /// <summary>See <see cref="Run.Course"/>.</summary>
        internal ulong Course { get; }

        /// <summary>There was only one thread, and so only one order.</summary>
        internal bool IsAlone { get; }

        internal int Preemptions { get; }

        internal int[] Schedule { get; }

        internal ContrastFinder Contrast { get; }
    }
}
