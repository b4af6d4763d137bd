using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// What lets a timer tick. Time is virtual, so a tick may come at any moment; but an endless number of them would never
/// be tried out. The first two ticks of a timer may come whenever they like, which is enough for one to overtake the
/// code under test, and for one to overtake another. Further ones come when nobody else can go on.
/// </summary>
internal sealed class Clockwork(Run run, Location location)
{
    private const int AtAnyMoment = 2;
    private const int Most = 40;

    private int _ticks;
    private long _changes = -1;
    private Tick? _next;

    /// <summary>What ran before does not count any more.</summary>
    internal void Stop()
    {
        if (_next is { } next)
        {
            next.IsVoid = true;
            _next = null;
        }
    }

    /// <summary>
    /// Has something done on the pool when a time is over. The caller must have taken a step just before.
    /// </summary>
    internal void Start(Strand me, TimeSpan delay, Action<Strand> work, Delegate? method, int site)
    {
        Stop();
        if (Clocks.IsForEver(delay))
        {
            return;
        }

        var tick = _next = new Tick(this);
        var isLeisurely = _ticks >= AtAnyMoment;
        var strand = Jobs.Start(me, () => Pass(Strand.Current!, tick, isLeisurely, delay, work, site), method, site);
        if (strand.FallbackName!.StartsWith("job ", StringComparison.Ordinal))
        {
            strand.FallbackName = "the timer";
        }
    }

    private void Pass(Strand me, Tick tick, bool isLeisurely, TimeSpan delay, Action<Strand> work, int site)
    {
        me.Step(new Operation(site, location, Access.Write, tick)
        {
            // where several clocks have to wait for their time, which of them comes first makes a difference
            Second = isLeisurely ? run.StaticLocation(LocationKey.Idle) : null,
            SecondAccess = Access.Write,
            TimesOut = !isLeisurely,
            KeepsVersion = true,
        });
        if (tick.IsVoid)
        {
            return;
        }

        _next = null;
        _changes = run.Changes;
        if (++_ticks > Most)
        {
            run.Conclude(new Inconclusive($"After {Most} ticks of a timer there was no end in sight.", run.Sites.Line(site)));
            throw new RunAbandoned();
        }

        Clocks.Pass(me, delay);
        me.Run.Recorder?.Note(me, StepKind.Pause, "is due", null, null, site);
        work(me);
    }

    private sealed class Tick(Clockwork clock) : IIdles
    {
        internal bool IsVoid { get; set; }

        public bool IsOpen(Strand strand) => IsVoid;

        /// <summary>A tick that changed nothing is not followed by another one until something has changed.</summary>
        public bool HasReason => clock._ticks >= AtAnyMoment && clock._changes != clock.Run.Changes;

        public Waiting Describe(Strand strand) => new(WaitsFor.Signal, null, []);
    }

    private Run Run => run;
}
