using System.Diagnostics;

namespace Sensei.Running;

/// <summary>
/// One of the learner's threads within a run: what it is about to do, what it holds, and the pooled operating-system
/// thread it runs on. Only one strand of a run executes at any time.
/// </summary>
internal sealed class Strand
{
    /// <summary>The stack of every thread that strands run on.</summary>
    internal const int StackSize = 4 << 20;

    /// <summary>Unwinding a deep recursion takes more stack than going on with it.</summary>
    private const int StackReserve = 1 << 20;

    private const int MuchMemory = 8 << 20;

    [ThreadStatic]
    private static Strand? t_current;

    private readonly Action _body;
    private readonly ExecutionContext? _context;
    private long _floor;
    private long _allocated;

    internal Strand(Run run, int id, Action body, Thread face, Baton baton)
    {
        Run = run;
        Id = id;
        _body = body;
        Face = face;
        Baton = baton;
        Life = run.LocationOf(face, LocationKey.Life);
        _context = ExecutionContext.Capture();
    }

    /// <summary>The strand that this operating-system thread runs; null outside explored code.</summary>
    internal static Strand? Current => t_current;

    internal Run Run { get; }

    /// <summary>Its number within the run; 0 is the koan itself.</summary>
    internal int Id { get; }

    /// <summary>The thread object the learner knows it by.</summary>
    internal Thread Face { get; }

    internal Baton Baton { get; }

    /// <summary>The worker that will run it; null for the koan's own strand, which runs on the search's thread.</summary>
    internal Worker? Worker { get; init; }

    /// <summary>Stands for being alive: released at the end, awaited by a join.</summary>
    internal Location Life { get; }

    /// <summary>The field or method that names it when its author gave no name.</summary>
    internal string? FallbackName { get; set; }

    internal bool IsDone { get; private set; }

    /// <summary>Help that may come or not: while it has not begun, nobody may count on it.</summary>
    internal bool IsOptional { get; set; }

    /// <summary>How many steps it has taken.</summary>
    internal int Moves { get; set; }

    /// <summary>Has taken a step.</summary>
    internal bool HasMoved => Moves > 0;

    /// <summary>Came to its own end, and was not cut off.</summary>
    internal bool HasEnded { get; private set; }

    /// <summary>Has run up to its first operation.</summary>
    internal bool IsDeclared { get; private set; }

    /// <summary>Its worker has been started.</summary>
    internal bool IsBorn { get; private set; }

    /// <summary>What it does next; valid while it is declared and not done.</summary>
    internal Operation Pending;

    /// <summary>The event, beside those its operations touch, that its next one comes after: a start, the pulse that woke it. -1: none.</summary>
    internal int Cause { get; set; } = -1;

    /// <summary>Above 0 while it runs an initialiser, which is not interleaved.</summary>
    internal int Atomic { get; set; }

    /// <summary>Its virtual clock, in ticks.</summary>
    internal long Time { get; set; }

    /// <summary>What its code finds when it looks at a clock.</summary>
    internal long LookAtClock()
    {
        Spinning.ClockSeen = Time;
        return Time;
    }

    /// <summary>The same when it declared its pending operation: if that has to wait, the waiting began then.</summary>
    internal long WaitsSince { get; private set; }

    /// <summary>The locks it holds, in the order of taking.</summary>
    internal HeldLocks Held { get; } = new();

    /// <summary>The scopes of <see cref="Lock"/> it is in.</summary>
    internal Stack<Lock> Scopes { get; } = new();

    /// <summary>How many thread objects it has made.</summary>
    internal int FacesMade { get; set; }

    /// <summary>The collection that a call in progress may be changing.</summary>
    internal Location? Attempted { get; set; }

    /// <summary>The site of its latest call on a writer or a stream, for what happens behind that.</summary>
    internal int CalledFrom { get; set; } = -1;

    /// <summary>Its own values of thread-static fields, by the field's number.</summary>
    internal Dictionary<int, object> ThreadStatics { get; } = [];

    /// <summary>Has been interrupted, and has not noticed yet.</summary>
    internal bool IsInterrupted { get; set; }

    /// <summary>Stands for being interrupted.</summary>
    internal Location Interruption => Run.LocationOf(Face, LocationKey.Interrupt);

    /// <summary>What it has looked at and changed, for telling a spinning loop from a working one.</summary>
    internal SpinWatch Spinning { get; } = new();

    /// <summary>The lines by which it came to its pending operation, when that has to wait in a run that is told.</summary>
    internal IReadOnlyList<Records.SourceLine> Callers { get; private set; } = [];

    /// <summary>The task whose work it is doing.</summary>
    internal Task? Working { get; set; }

    /// <summary>The async method of which it runs a part and nothing else; null where it does more.</summary>
    internal object? Carries { get; set; }

    /// <summary>The next part of that method.</summary>
    internal Action? Next { get; set; }

    /// <summary>It is inside the loop that goes on with the next part.</summary>
    internal bool IsGoingOn { get; set; }

    /// <summary>A clock that is about to run what waits for it, and nothing else.</summary>
    internal bool IsAlarm { get; set; }

    /// <summary>A clock that it has set and that has not been started: it may come to be that clock itself.</summary>
    internal Primitives.Deferred? Later { get; set; }

    /// <summary>Does work of the pool.</summary>
    internal bool IsOfPool { get; set; }

    /// <summary>The pool of limited size that it belongs to.</summary>
    internal Primitives.Pool? Pool { get; set; }

    /// <summary>Somebody has asked which thread this is, or kept something on it.</summary>
    internal bool IsKnown { get; set; }

    /// <summary>Nothing tells it from a fresh thread.</summary>
    internal bool IsLikeAnyOther => HasNothingOfItsOwn && Face.Name is null;

    /// <summary>Holds no lock, keeps nothing for itself, and nobody has asked which thread it is.</summary>
    internal bool HasNothingOfItsOwn => !IsKnown && Held.Entries.Count == 0 && ThreadStatics.Count == 0;

    /// <summary>What left its body, other than the end of the run.</summary>
    internal Exception? Error { get; private set; }

    /// <summary>The thread that waits until this one has declared its first operation; null when it may run on.</summary>
    private Baton? Midwife { get; set; }

    /// <summary>Runs it up to its next operation, on its own worker, and returns then.</summary>
    internal void Bear(Strand midwife)
    {
        Midwife = midwife.Baton;
        Resume();
        midwife.Baton.AwaitTurn();
        if (Run.IsOver)
        {
            throw new RunAbandoned();
        }
    }

    /// <summary>Lets it run, from the beginning or from where it stopped.</summary>
    internal void Resume()
    {
        if (!IsBorn)
        {
            Start();
            return;
        }

        if (!IsDeclared)
        {
            Run.Goes();
        }

        Baton.Signal();
    }

    private void Start()
    {
        IsBorn = true;
        Run.Goes();
        Worker!.Assign(this);
        Baton.Signal();
    }

    /// <summary>
    /// A statement begins, in an order that is run again. Where somebody else moves next, it waits here, so that whatever a
    /// debugger shows of a statement is as it is when the statement has its turn.
    /// </summary>
    internal void BeginStatement()
    {
        if (Atomic > 0 || Midwife is not null || Run.HasStopped(this) || !Spinning.HasWorked || Run.Foreseen is not { } next
            || next == this || !Frames.IsOnlyWoven())
        {
            return;
        }

        IsDeclared = false;
        Run.Pauses();
        next.Resume();
        AwaitTurn();
    }

    /// <summary>
    /// Declares an operation and returns when it is this thread's turn to do it. The caller performs it at once.
    /// </summary>
    internal void Step(in Operation operation)
    {
        // a debugger that evaluates a property, to show it, gives up here: the run would have one step more than it has
        Debugger.NotifyOfCrossThreadDependency();
        if (Run.IsOver)
        {
            throw new RunAbandoned();
        }

        if (Atomic > 0)
        {
            if (operation.Gate is { } gate && !gate.IsOpen(this) && !operation.TimesOut)
            {
                Run.NotFollowed("a static initialiser that waits for another thread", "an ordinary method for it", operation.Site);
            }

            return;
        }

        if (Later is { } later)
        {
            Later = null;
            later.Start(this);
        }

        Pending = operation;
        WaitsSince = Time;
        Pending.IsHeldBack = Spinning.IsArmed;
        var isInterruptible = Run.Exploration.HasInterrupts && Pending.IsInterruptible;
        if (isInterruptible)
        {
            Pending.DependOn(Interruption);
        }

        // Once it is stuck nobody else can ask it how it came there; and only the run that is told needs to know.
        Callers = Run.Recorder is not null && operation.Gate is { } closed && !closed.IsOpen(this) ? Frames.Here() : [];
        if (Run.HasStopped(this))
        {
            Run.Recorder?.Note(this, Records.StepKind.Stop, "stops for ever", null, null, operation.Site);
        }

        if (!IsDeclared)
        {
            IsDeclared = true;
            if (Midwife is { } midwife)
            {
                Midwife = null;
                midwife.Signal();
                AwaitTurn();
            }
        }
        else
        {
            var next = Run.Decide(this);
            if (next != this)
            {
                if (next is null)
                {
                    throw new RunAbandoned();
                }

                next.Resume();
                AwaitTurn();
            }
        }

        Run.Commit(this);
        if (isInterruptible && IsInterrupted)
        {
            Notice();
        }
    }

    /// <summary>Ends what an interrupted thread waits for; where it would not have had to wait, it goes on and keeps the interrupt.</summary>
    private void Notice()
    {
        if (Pending.Sleeps || !Pending.Gate!.IsOpen(this))
        {
            IsInterrupted = false;
            Run.Recorder?.Note(this, Records.StepKind.Refused, "is interrupted", null, null, Pending.Site);
            throw new ThreadInterruptedException();
        }
    }

    /// <summary>Whether it has allocated so much since this was last true that looking at the whole is worth while.</summary>
    internal bool HasAllocatedMuch()
    {
        var now = GC.GetAllocatedBytesForCurrentThread();
        if (now - _allocated < MuchMemory)
        {
            return false;
        }

        _allocated = now;
        return true;
    }

    /// <summary>The stack is nearly used up; what is left is for unwinding.</summary>
    internal unsafe bool IsDeep
    {
        get
        {
            byte here;
            return (long)&here < _floor;
        }
    }

    /// <summary>The whole life of the strand, on the thread that runs it.</summary>
    internal unsafe void Live()
    {
        byte here;
        _floor = (long)&here - StackSize + StackReserve;
        _allocated = GC.GetAllocatedBytesForCurrentThread();
        t_current = this;
        if (Debugger.IsAttached)
        {
            // a debugger lists the threads of the system, and the learner looks for Alice
            Thread.CurrentThread.Name = Names.Of(this);
        }

        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            if (Run.IsOver)
            {
                throw new RunAbandoned();
            }

            if (Id == 0)
            {
                IsBorn = IsDeclared = true;
            }

            Body();
            Atomic = 0;
            // the first exception ends a process: which one that is, is for everybody to see
            Step(new Operation(-1, Life, Access.Release)
            {
                IsEnd = true,
                Second = Error is null ? Pool?.Location : Run.StaticLocation(LocationKey.Crash),
                SecondAccess = Access.Write,
            });
            if (Error is not null)
            {
                Run.Threw(this, Error);
            }
            else if (Id != 0)
            {
                Run.Recorder?.Note(this, Records.StepKind.End, "is done", Life, null, -1);
            }

            HasEnded = true;
            Pool?.Left(this);
            Life.Version++;
        }
        catch (RunAbandoned)
        {
        }
        catch (Exception fault)
        {
            Run.Broke(fault);
        }
        finally
        {
            t_current = null;
            SynchronizationContext.SetSynchronizationContext(context);
            IsDone = true;
            Held.ReleaseAll();
            Run.Ended(this);
        }
    }

    private void Body()
    {
        try
        {
            if (_context is null)
            {
                _body();
            }
            else
            {
                ExecutionContext.Run(_context, static body => ((Action)body!)(), _body);
            }
        }
        catch (RunAbandoned)
        {
            throw;
        }
        catch (Exception error) when (!Run.IsOver)
        {
            Error = error;
        }
        catch (Exception) when (Run.IsOver)
        {
            throw new RunAbandoned();
        }
    }

    private void AwaitTurn()
    {
        Baton.AwaitTurn();
        if (Run.IsOver)
        {
            throw new RunAbandoned();
        }
    }
}
