using System.Numerics;
using System.Runtime.ExceptionServices;
using Sensei.Records;
using Sensei.Search;
using Sensei.Weaving;

namespace Sensei.Running;

/// <summary>
/// One execution of a koan under the control of a strategy. Its strands run one at a time; the one that runs hands
/// over to the next itself, at its steps.
/// </summary>
internal sealed class Run
{
    /// <summary>Sets of threads are 64-bit sets.</summary>
    internal const int MostThreads = 64;

    /// <summary>Turns of loops and calls of methods in one run after which it is taken to have no end.</summary>
    internal const int MostTurns = 2_000_000;

    /// <summary>Bytes that a search may come to keep; what grows beyond is taken to grow without end.</summary>
    internal const long MostMemory = 256L << 20;

    /// <summary>Said of code that does not do the same when the same order is run again.</summary>
    internal const string OtherCourse =
        "The same order took another course when it was run again: something besides the threads decides, such as chance, a clock or a hash code.";

    private static int s_epochs;

    private readonly Exploration _exploration;
    private readonly IStrategy _strategy;
    private readonly List<Strand> _strands = [];
    private readonly Dictionary<object, ObjectState> _objects = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, Location> _statics = [];
    private readonly int _mostSteps;
    private readonly Stop? _stop;
    private ExceptionDispatchInfo? _fault;
    private Primitives.Disk? _disk;
    private int _locations;
    private int _undeclared;
    private bool _explorerWaits;

    internal Run(Exploration exploration, IStrategy strategy, int mostSteps, Recorder? recorder, Stop? stop)
    {
        _stop = stop;
        _exploration = exploration;
        _strategy = strategy;
        _mostSteps = mostSteps;
        Trace = exploration.Trace;
        Trace.Clear();
        Recorder = recorder;
        Races = exploration.NewRaces();
        IsListenedTo = Recorder is not null || Races is not null;
    }

    /// <summary>Differs from run to run in the process: woven types put their statics back when it changes.</summary>
    internal int Epoch { get; } = NextEpoch();

    /// <summary>A number that no run has had.</summary>
    internal static int NextEpoch() => Interlocked.Increment(ref s_epochs);

    internal Trace Trace { get; }

    /// <summary>Listens in when the run is to be told; null in the thousands of runs that are only tried.</summary>
    internal Recorder? Recorder { get; }

    /// <summary>Looks for data races where they are forbidden; null elsewhere.</summary>
    internal RaceDetector? Races { get; }

    /// <summary>Somebody wants to know the values that are read and written.</summary>
    internal bool IsListenedTo { get; }

    internal IReadOnlyList<Strand> Strands => _strands;

    internal IReadOnlyCollection<ObjectState> Objects => _objects.Values;

    /// <summary>Whether a thread that is left at the end has to sleep.</summary>
    internal bool ForbidsBusyWaiting => _exploration.ForbidsBusyWaiting;

    internal SiteTable Sites => _exploration.Sites;

    /// <summary>Nothing more happens; threads that still stand somewhere are unwound.</summary>
    internal bool IsOver { get; private set; }

    /// <summary>How it ended; null when every order that could follow has been tried already.</summary>
    internal Ending? Ending { get; private set; }

    internal bool IsRedundant { get; private set; }

    /// <summary>Cut because its threads went in circles.</summary>
    internal bool IsCircular { get; private set; }

    /// <summary>What the scenario returned, for proofs.</summary>
    internal object? Returned { get; set; }

    /// <summary>Turns of loops and calls of methods so far.</summary>
    internal int Turns { get; private set; }

    /// <summary>Lasting changes by anybody.</summary>
    internal int Effects { get; private set; }

    /// <summary>What happened so far, as a number: equal whenever the same order is run again, or something besides the threads decides.</summary>
    internal ulong Course { get; private set; }

    /// <summary>Lasting changes by threads that go on: their mere ends do not count.</summary>
    internal long Changes => Moves + _strands.Sum(strand => (long)strand.Spinning.Effects);

    /// <summary>Changes of numbers that async methods keep from one await to the next.</summary>
    internal long Moves { get; set; }

    /// <summary>Index of the event executed last.</summary>
    internal int LastEvent => Trace.Count - 1;

    internal bool UsesTime { get; set; }

    /// <summary>The files that it uses.</summary>
    internal Primitives.Disk Disk => _disk ??= new Primitives.Disk(this);

    /// <summary>The places that references have been made to in this run.</summary>
    internal List<Tracked> Tracked { get; } = [];

    /// <summary>The arrays that spans have been made over in this run.</summary>
    internal List<Array> Spanned { get; } = [];

    /// <summary>Arrays inside of collections that references have been made to, and whose they are.</summary>
    internal List<(Array Items, object Owner)> Inside { get; } = [];

    /// <summary>Executes the koan to its end, on the calling thread and the workers.</summary>
    internal void Execute(Action body)
    {
        var main = new Strand(this, 0, body, _exploration.KoanFace, _exploration.Baton);
        _strands.Add(main);
        main.Live();
        if (_explorerWaits)
        {
            _exploration.Baton.AwaitTurn();
        }

        _disk?.Clear();
        _fault?.Throw();
        if (Races is not null && (!IsRedundant || IsCircular) && Ending is null or Met && Races.Ending(this) is { } race)
        {
            // what goes wrong besides is told first: a race is the story of a run that ends well
            Ending = race;
            IsRedundant = false;
        }

        Ending ??= IsRedundant ? null : new Met();
    }

    /// <summary>Sensei itself made a mistake: the run is over, and whoever asked for it is told.</summary>
    internal void Broke(Exception fault)
    {
        _fault ??= ExceptionDispatchInfo.Capture(fault);
        IsOver = true;
    }

    /// <summary>Nobody waits for this run any more; a thread that comes back to it is sent home.</summary>
    internal void Forget() => IsOver = true;

    // --- threads -------------------------------------------------------------------------------------------------

    /// <summary>Makes a strand for a started thread. Its first step comes after the event executed last.</summary>
    internal Strand Spawn(Action body, Thread face, int site)
    {
        if (_strands.Count == MostThreads)
        {
            Conclude(new Inconclusive($"More than {MostThreads} threads were started, counting tasks and timers, of which each Task.Delay is one.", Sites.Line(site)));
            throw new RunAbandoned();
        }

        var worker = _exploration.Worker(_strands.Count - 1);
        var strand = new Strand(this, _strands.Count, body, face, worker.Baton)
        {
            Worker = worker,
            Cause = LastEvent,
            Time = Strand.Current!.Time,
        };
        _strands.Add(strand);
        Races?.Started(Strand.Current!, strand);
        _undeclared++;
        return strand;
    }

    /// <summary>A strand begins to run, or goes on from where it paused.</summary>
    internal void Goes() => _undeclared--;

    /// <summary>A strand pauses on its way to its next operation.</summary>
    internal void Pauses() => _undeclared++;

    /// <summary>The strand of a thread object; null when it has not been started.</summary>
    internal Strand? StrandOf(Thread face)
    {
        foreach (var strand in _strands)
        {
            if (ReferenceEquals(strand.Face, face))
            {
                return strand;
            }
        }

        return null;
    }

    internal Exploration Exploration => _exploration;

    /// <summary>Whether a thread stands where it is to stop for ever in this run.</summary>
    internal bool HasStopped(Strand strand) => _stop is { } stop && stop.Thread == strand.Id && stop.After <= strand.Moves && !strand.HasEnded;

    /// <summary>The thread that has stopped for ever; null when none has, or not yet.</summary>
    internal Strand? Stopped => _stop is { } stop && stop.Thread < _strands.Count && HasStopped(_strands[stop.Thread]) ? _strands[stop.Thread] : null;

    // --- steps ---------------------------------------------------------------------------------------------------

    /// <summary>Chooses who moves next; null when the run is over.</summary>
    internal Strand? Decide(Strand current)
    {
        var depth = Trace.Count;
        if (depth >= _mostSteps)
        {
            Conclude(new Inconclusive(
                $"After {_mostSteps:N0} steps there was no end in sight.",
                Sites.Line(current.Pending.Site)));
            return null;
        }

        if (depth < _strategy.Prefix - 1)
        {
            return Settled(depth);
        }

        BearAll(current);
        if (depth < _strategy.Prefix)
        {
            if (_strategy.CourseAt(depth) is { } course && course != Course)
            {
                Conclude(new Inconclusive(OtherCourse, null));
                return null;
            }

            return Settled(depth);
        }

        ulong enabled = 0, reluctant = 0, optional = 0;
        foreach (var strand in _strands)
        {
            if (!strand.IsDone && CanMove(strand, out var reluctantly))
            {
                enabled |= 1UL << strand.Id;
                if (strand is { IsOptional: true, HasMoved: false })
                {
                    optional |= 1UL << strand.Id;
                }

                if (reluctantly)
                {
                    reluctant |= 1UL << strand.Id;
                }
            }
        }

        if ((enabled & ~optional) == 0)
        {
            // a clock goes on where everybody else waits
            var idle = Idle();
            (enabled, reluctant) = (enabled | idle, reluctant | idle);
        }

        if ((enabled & ~optional) == 0)
        {
            Conclude(Endings.Stuck(this));
            return null;
        }

        var next = _strategy.Choose(depth, current.Id, enabled, reluctant, this);
        if (next < 0)
        {
            IsRedundant = true;
            IsOver = true;
            return null;
        }

        return _strands[next];
    }

    /// <summary>The thread that moves next in an order that is run again; null where that is not settled.</summary>
    internal Strand? Foreseen => !IsOver && _strategy.IsRunAgain && Trace.Count < _strategy.Prefix - 1 ? Follower(Trace.Count) : null;

    /// <summary>
    /// The thread whose turn it is in an order that has been run before; null when the code does not follow it any more.
    /// </summary>
    private Strand? Settled(int depth)
    {
        if (Follower(depth) is { } next)
        {
            return next;
        }

        Conclude(new Inconclusive(OtherCourse, null));
        return null;
    }

    private Strand? Follower(int depth) =>
        _strategy.Settled(depth) is var id && id < _strands.Count && _strands[id] is { IsDone: false } next
            && (!next.IsDeclared || CanMove(next, out _) || next.Pending.Gate is IIdles)
            ? next
            : null;

    /// <summary>Executes the pending operation of the strand whose turn it is, so far as the run must know of it.</summary>
    internal void Commit(Strand strand)
    {
        ref var executed = ref Trace.Append();
        executed.Thread = strand.Id;
        executed.Cause = strand.Cause;
        executed.Operation = strand.Pending;
        strand.Cause = -1;
        strand.Moves++;
        if (strand.Spinning is { IsArmed: true, OnlyTimeOuts: false } && strand.Pending.Gate is not IMissesSignals)
        {
            // whoever waits by looking again and again, and not asleep, looks a moment late
            UsesTime = true;
            strand.Time += TimeSpan.TicksPerMillisecond;
        }

        strand.Spinning.Unblock();
        ref var operation = ref executed.Operation;
        if (operation.First is not null)
        {
            Use(strand, operation.First, operation.FirstAccess, operation);
            if (operation.Second is not null)
            {
                Use(strand, operation.Second, operation.SecondAccess, operation);
            }

            if (operation.More is not null)
            {
                foreach (var (location, access) in operation.More)
                {
                    Use(strand, location, access, operation);
                }
            }
        }

        Races?.Committed(strand, operation, Trace.Count - 1);
        NoteCourse(((ulong)strand.Id << 56) ^ ((ulong)(operation.First?.Key ?? 0) << 20) ^ (uint)operation.Site);
        if (operation.IsEnd)
        {
            Effects++;
        }

        if (Trace.Count >= _strategy.Prefix)
        {
            _strategy.Executed(Trace.Count - 1, this);
        }
    }

    /// <summary>A thread goes round a loop or enters a method, which neither may go on for ever nor fill the memory.</summary>
    internal void Turn(Strand strand, int site)
    {
        if (IsOver)
        {
            throw new RunAbandoned();
        }

        if (++Turns > MostTurns)
        {
            Conclude(new Inconclusive(
                $"After {MostTurns:N0} turns of loops and calls of methods there was no end in sight.", Sites.Line(site)));
            throw new RunAbandoned();
        }

        if (strand.HasAllocatedMuch() && _exploration.HasGrown(MostMemory))
        {
            Conclude(new Inconclusive($"The code takes up more and more memory: {MostMemory >> 20} MB and no end in sight.", Sites.Line(site)));
            throw new RunAbandoned();
        }
    }

    /// <summary>Something that is the same whenever the same order is run: a step, or a number that is written.</summary>
    internal void NoteCourse(ulong fact) => Course = (Course ^ fact) * 0x9E3779B97F4A7C15 + (Course >> 29);

    /// <summary>A lasting change that is no write of a location: a loop that makes one does not spin.</summary>
    internal void NoteEffect(Strand strand)
    {
        Effects++;
        strand.Spinning.Effects++;
    }

    private void Use(Strand strand, Location location, Access access, in Operation operation)
    {
        var bit = 1UL << strand.Id;
        if (UsesTime && !operation.KeepsTime)
        {
            strand.Time = Math.Max(strand.Time, location.WriteTime);
            if (!Accesses.IsPassive(access))
            {
                strand.Time = Math.Max(strand.Time, location.ReadTime);
                location.WriteTime = strand.Time;
            }
            else
            {
                location.ReadTime = Math.Max(location.ReadTime, strand.Time);
            }
        }

        if (Accesses.IsPassive(access))
        {
            location.Readers |= bit;
            strand.Spinning.NoteRead(location);
        }
        else
        {
            location.Writers |= bit;
            if (access == Access.Write && !operation.KeepsVersion)
            {
                location.Version++;
                NoteEffect(strand);
            }
        }
    }

    private bool CanMove(Strand strand, out bool reluctantly)
    {
        reluctantly = strand.Pending.Yields;
        if (HasStopped(strand))
        {
            return false;
        }

        var open = strand.Pending.Gate?.IsOpen(strand) ?? true;
        var spinning = strand.Spinning;
        if (spinning.IsArmed && spinning.IsBlocked)
        {
            return spinning.OnlyTimeOuts && open;
        }

        if (open)
        {
            return true;
        }

        reluctantly = true;
        return strand.Pending.TimesOut || (strand.IsInterrupted && strand.Pending.IsInterruptible);
    }

    /// <summary>The threads that go on when nobody else can, as long as somebody has to come to an end.</summary>
    private ulong Idle()
    {
        ulong idle = 0, bound = 0;
        foreach (var strand in _strands)
        {
            if (!strand.IsDone && !HasStopped(strand))
            {
                idle |= strand.Pending.Gate is IIdles { HasReason: true } ? 1UL << strand.Id : 0;
                bound |= strand.Id == 0 || !strand.Face.IsBackground ? 1UL << strand.Id : 0;
            }
        }

        return bound == 0 ? 0 : idle;
    }

    private void BearAll(Strand current)
    {
        for (var i = 0; _undeclared > 0 && i < _strands.Count; i++)
        {
            if (_strands[i] is { IsDeclared: false, IsDone: false })
            {
                _strands[i].Bear(current);
            }
        }
    }

    // --- the end -------------------------------------------------------------------------------------------------

    /// <summary>An exception left a strand's body.</summary>
    internal void Threw(Strand strand, Exception error)
    {
        Recorder?.Threw(strand, error);
        Ending ??= Endings.Of(this, strand, error);
    }

    /// <summary>Ends the run here and now; the first ending counts.</summary>
    internal void Conclude(Ending ending)
    {
        if (!IsOver)
        {
            // a failure that is already known is the story; that the others are then left stuck is only its consequence
            Ending ??= ending;
            IsOver = true;
        }
    }

    /// <summary>Ends the run for a reason that counts more than how it would have ended.</summary>
    internal void Refuse(Ending ending)
    {
        Ending = ending;
        IsOver = true;
    }

    /// <summary>
    /// Threads step aside for each other again and again, and nothing that lasts comes of it. Whatever could follow
    /// also follows from the first time round, so this order need not go on.
    /// </summary>
    internal void GoesInCircles()
    {
        if (_strategy.IsRunAgain && Trace.Count < _strategy.Prefix)
        {
            // it went on when it was run first
            return;
        }

        IsCircular = IsRedundant = IsOver = true;
        throw new RunAbandoned();
    }

    /// <summary>A thread is interrupted for the first time: this run does not count, nor does any before.</summary>
    internal void ReckonWithInterrupts()
    {
        _exploration.HasInterrupts = true;
        IsRedundant = IsOver = true;
        throw new RunAbandoned();
    }

    /// <summary>The code calls something that Sensei does not follow.</summary>
    /// <param name="api">The member.</param>
    /// <param name="instead">What to use instead, or what to do about it.</param>
    /// <param name="site">Where it is called.</param>
    /// <param name="together">The threads that are in one object at once, where that is what is not followed.</param>
    internal void NotFollowed(string api, string instead, int site, params ReadOnlySpan<Strand> together)
    {
        int[] threads = new int[together.Length];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = together[i].Id;
        }

        Ending = new NotFollowed(api, instead, Sites.Line(site)) { Together = threads };
        IsOver = true;
        throw new RunAbandoned();
    }

    /// <summary>A strand has ended, of itself or unwound: passes the turn on.</summary>
    internal void Ended(Strand strand)
    {
        var next = IsOver ? null : TryDecide(strand);
        next ??= _strands.Find(other => !other.IsDone && other.IsBorn);
        if (next is not null)
        {
            _explorerWaits |= strand.Id == 0;
            next.Resume();
        }
        else if (_explorerWaits)
        {
            _exploration.Baton.Signal();
        }
    }

    private Strand? TryDecide(Strand ended)
    {
        try
        {
            return Decide(ended);
        }
        catch (RunAbandoned)
        {
        }
        catch (Exception fault)
        {
            Broke(fault);
        }

        return null;
    }

    // --- memory --------------------------------------------------------------------------------------------------

    internal ObjectState StateOf(object target)
    {
        ref var state = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            _objects, target, out _);
        return state ??= new ObjectState(target, _objects.Count);
    }

    internal Location LocationOf(object owner, long key)
    {
        var state = StateOf(owner);
        var location = state.Find(key);
        if (location is null)
        {
            location = NewLocation(key, state);
            state.Add(location);
        }

        return location;
    }

    /// <summary>The locations that belong to no object.</summary>
    internal IEnumerable<Location> Statics => _statics.Values;

    internal Location StaticLocation(long key)
    {
        ref var location = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            _statics, key, out _);
        return location ??= NewLocation(key, null);
    }

    internal Location NewLocation(long key, ObjectState? owner)
    {
        var id = _locations++;
        return _exploration.PooledLocation(id).Reset(id, key, owner);
    }

    internal static int Lowest(ulong threads) => BitOperations.TrailingZeroCount(threads);
}
