using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// What is kept of a task beside the real one: who works on it, and what is to follow. The real task is completed for
/// real, in one step; what waits for it is resumed from here, so that nothing escapes to the real thread pool.
/// </summary>
internal sealed class TaskState : IGate
{
    private List<Action<Strand>>? _continuations;
    private bool _isAwaited;

    private TaskState(Task task, Location location)
    {
        Task = task;
        Location = location;
    }

    internal Task Task { get; }

    internal Location Location { get; }

    /// <summary>The strand whose work the task is, where there is one.</summary>
    internal Strand? Worker { get; set; }

    /// <summary>For what one waits who waits for the task, where it only stands for a place in a queue.</summary>
    internal Waiting? Behind { get; set; }

    /// <summary>The work that the task stands for, where there is some.</summary>
    internal Work? Work { get; set; }

    /// <summary>Who has to go on with the async method whose task it is, once it finds the time.</summary>
    internal Strand? Successor { get; set; }

    /// <summary>The loop that the async method whose task it is goes round in with a yield, and where.</summary>
    internal (int Site, Weaving.LoopTurns? Turns)? Turns { get; set; }

    /// <summary>What the async method whose task it is awaits.</summary>
    internal TaskState? Awaited { get; set; }

    internal static TaskState Of(Run run, Task task)
    {
        var location = run.LocationOf(task, LocationKey.State);
        return (TaskState)(location.Mirror ??= new TaskState(task, location));
    }

    /// <inheritdoc/>
    public bool IsOpen(Strand strand) => Task.IsCompleted;

    /// <inheritdoc/>
    public Waiting Describe(Strand strand) => Worker is { HasEnded: false } worker
        ? new Waiting(WaitsFor.Thread, worker.Life, [(worker, -1)])
        : Behind is { } behind ? behind
        : Turn() is { } waiting ? waiting
        : new Waiting(Work is { IsStarted: false } ? WaitsFor.Start : WaitsFor.Signal, Location, []);

    /// <summary>For whose turn one waits who waits for the task; null where it is not a matter of turns.</summary>
    private Waiting? Turn()
    {
        var last = this;
        while (last.Awaited is { Task.IsCompleted: false } awaited)
        {
            last = awaited;
        }

        // without a pool of limited size, a clock always comes to its end
        return last.Successor is { HasEnded: false } successor ? new Waiting(WaitsFor.Turn, Location, [(successor, -1)]) : null;
    }

    /// <summary>Completes the task, if nobody has yet, and runs what follows; false when somebody has.</summary>
    /// <param name="me">Who completes it.</param>
    /// <param name="complete">Completes the real task.</param>
    /// <param name="site">Where.</param>
    /// <param name="token">One that <paramref name="complete"/> looks at.</param>
    internal bool Complete(Strand me, Action complete, int site, CancellationToken token = default)
    {
        me.Step(new Operation(site, Location, Access.Write)
        {
            Second = Cancelling.LocationOf(me, token),
            SecondAccess = Access.Read,
            KeepsVersion = true,
        });
        if (Task.IsCompleted)
        {
            me.Spinning.NoteRead(Location);
            return false;
        }

        Finish(me, complete, site);
        return true;
    }

    /// <summary>Completes the task within a step that the caller has taken.</summary>
    /// <param name="me">Who completes it.</param>
    /// <param name="complete">Completes the real task.</param>
    /// <param name="site">Where.</param>
    /// <param name="isQuiet">Nothing but time has passed: a loop that only lets it pass does not get on by it.</param>
    internal void Finish(Strand me, Action complete, int site, bool isQuiet = false)
    {
        complete();
        Location.Version++;
        Location.WriteTime = Math.Max(Location.WriteTime, me.Time);
        if (!isQuiet)
        {
            me.Run.NoteEffect(me);
        }

        me.Run.Recorder?.Note(me, StepKind.Signal, Task.IsFaulted ? "fails {0}" : "completes {0}", Location, null, site);
        var continuations = _continuations;
        _continuations = null;
        foreach (var continuation in continuations ?? [])
        {
            continuation(me);
        }
    }

    /// <summary>
    /// Has something done once the task is complete: at once where it is, or else by whoever completes it, as .NET does.
    /// The caller has just looked, in a step.
    /// </summary>
    internal void Then(Strand me, Action<Strand> continuation)
    {
        if (!TryAdd(me, continuation))
        {
            continuation(me);
        }
    }

    /// <summary>The same; false when the task is complete already, so that it is for the caller to go on.</summary>
    /// <param name="me">Who adds it.</param>
    /// <param name="continuation">What is to be done.</param>
    /// <param name="isAwait">Whether it is the rest of an async method and nothing else.</param>
    internal bool TryAdd(Strand me, Action<Strand> continuation, bool isAwait = false)
    {
        if (Task.IsCompleted)
        {
            return false;
        }

        (_continuations ??= []).Add(continuation);
        _isAwaited = isAwait;
        me.Run.Races?.Gave(me, Location);
        return true;
    }

    /// <summary>The step by which a token comes to cancel the task; or does so at once.</summary>
    internal void EndWith(Strand me, CancellationToken token, Action cancel, int site)
    {
        me.Step(new Operation(site, Location, Access.Write)
        {
            Second = Cancelling.LocationOf(me, token),
            SecondAccess = Access.Write,
            KeepsVersion = true,
        });
        if (Task.IsCompleted)
        {
            return;
        }

        if (token.IsCancellationRequested)
        {
            Finish(me, cancel, site);
        }
        else if (token.CanBeCanceled)
        {
            Cancelling.WhenCancelled(me, token, strand => Complete(strand, cancel, site));
        }
    }

    /// <summary>Has the task end when some time has passed, which it may at any moment. The caller has just taken a step.</summary>
    /// <param name="me">Who asks for it.</param>
    /// <param name="time">How long.</param>
    /// <param name="complete">Completes the real task.</param>
    /// <param name="name">What the clock is called in a story.</param>
    /// <param name="site">Where.</param>
    /// <param name="also">What else decides whether the time matters.</param>
    /// <param name="matters">Whether it does, within the step that ends it.</param>
    internal void EndAfter(
        Strand me, TimeSpan time, Action complete, string name, int site, Location? also = null, Func<bool>? matters = null)
    {
        if (Clocks.IsForEver(time) || Task.IsCompleted)
        {
            return;
        }

        var pool = Pool.Of(me.Run);
        void Start(Strand starter)
        {
            var clock = Jobs.StartOwn(starter, () => Ring(Strand.Current!), null, site);
            clock.FallbackName = name;
            Successor = clock;
        }

        void Ring(Strand clock)
        {
            clock.Step(new Operation(site, Location, Access.Write, pool is null ? this : new Alarm(this, pool))
            {
                Second = also ?? pool?.Location,
                SecondAccess = Access.Write,
                More = also is null || pool is null ? null : [(pool.Location, Access.Write)],
                TimesOut = pool is null,
                Yields = true,
                KeepsVersion = true,
            });
            if (Task.IsCompleted || matters?.Invoke() == false)
            {
                return;
            }

            pool?.Entered(clock);
            Clocks.Pass(clock, time);
            Jobs.CarryOn(clock, () => Finish(clock, complete, site, isQuiet: clock.Carries is not null), isAlarm: _continuations is { Count: 1 } && _isAwaited);
        }

        // that it rings before an await looks is no different from ringing at once, but for a thread that has something of its own
        if (pool is null && also is null && me.HasNothingOfItsOwn && Contexts.Present is null)
        {
            me.Later?.Start(me);
            me.Later = new Deferred(Task, Start, () => Ring(me));
        }
        else
        {
            Start(me);
        }
    }

    /// <summary>The step by which a task that was made to be started is; what .NET says against it is thrown.</summary>
    internal void Claim(Strand me, string method, int site)
    {
        me.Step(new Operation(site, Location, Access.Write) { KeepsVersion = true });
        if (Task.IsCompleted || Work!.IsStarted)
        {
            var already = method == "Start" ? "" : "already ";
            throw new InvalidOperationException(
                $"{method} may not be called on a task that {(Task.IsCompleted ? $"has {already}completed" : "was already started")}.");
        }
    }

    /// <summary>The step that waits for the end of the task.</summary>
    /// <returns>False when the time-out fired.</returns>
    internal bool Await(Strand me, TimeSpan timeout, int site, CancellationToken token = default)
    {
        var forEver = Clocks.IsForEver(timeout);
        var waits = timeout != TimeSpan.Zero;
        if (forEver && !token.CanBeCanceled && Work is { } work && work.IsNextOf(me))
        {
            DoInstead(me, work, site);
        }

        me.Step(new Operation(site, Location, forEver && !token.CanBeCanceled ? Access.Await : Access.Read, waits ? Cancelling.Or(this, token) : null)
        {
            Second = Cancelling.LocationOf(me, token),
            SecondAccess = Access.Read,
            TimesOut = waits && !forEver,
        });
        if (Task.IsCompleted)
        {
            me.Run.Recorder?.Note(me, StepKind.Join, "has waited for {0}", Location, null, site);
            return true;
        }

        Cancelling.Throw(me, token, Location, site);
        Clocks.Pass(me, timeout);
        me.Run.Recorder?.Note(me, StepKind.Refused, "gives up waiting for {0}", Location, null, site);
        return false;
    }

    /// <summary>A thread of the pool that waits for work which it has queued itself does it, unless another has begun.</summary>
    private void DoInstead(Strand me, Work work, int site)
    {
        me.Step(new Operation(site, Location, Access.Write) { KeepsVersion = true });
        if (work.TryBegin())
        {
            work.Execute(me);
        }
    }

    /// <summary>The step that looks whether it is complete.</summary>
    /// <param name="me">Who looks.</param>
    /// <param name="site">Where.</param>
    /// <param name="awaits">Whether an await looks, which makes no difference between complete already and complete at once.</param>
    internal void Look(Strand me, int site, bool awaits = false)
    {
        var later = awaits && me.Later?.Task == Task ? me.Later : null;
        if (later is not null)
        {
            me.Later = null;
        }

        me.Step(new Operation(site, Location, Access.Read));
        me.Later ??= later;
        me.Run.Recorder?.Note(
            me, StepKind.Read, Task.IsCompleted ? "finds {0} complete" : "finds {0} not complete", Location, null, site);
    }

    /// <summary>The same, where there is nothing to tell: one of .NET's own looks.</summary>
    internal void LookInside(Strand me, int site) => me.Step(new Operation(site, Location, Access.Read));

    /// <summary>The time is up as soon as a thread of the pool is free to say so.</summary>
    private sealed class Alarm(TaskState state, Pool pool) : IGate
    {
        public bool IsOpen(Strand strand) => state.Task.IsCompleted || pool.IsOpen(strand);

        public Waiting Describe(Strand strand) => pool.Describe(strand);
    }
}
