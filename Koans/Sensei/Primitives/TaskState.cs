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
        : Behind ?? new Waiting(WaitsFor.Signal, Location, []);

    /// <summary>Completes the task, if nobody has yet, and runs what follows; false when somebody has.</summary>
    /// <param name="me">Who completes it.</param>
    /// <param name="complete">Completes the real task.</param>
    /// <param name="site">Where.</param>
    internal bool Complete(Strand me, Action complete, int site)
    {
        me.Step(new Operation(site, Location, Access.Write) { KeepsVersion = true });
        if (Task.IsCompleted)
        {
            me.Spinning.NoteRead(Location);
            return false;
        }

        complete();
        Location.Version++;
        me.Run.NoteEffect(me);
        me.Run.Recorder?.Note(me, StepKind.Signal, Task.IsFaulted ? "fails {0}" : "completes {0}", Location, null, site);
        var continuations = _continuations;
        _continuations = null;
        foreach (var continuation in continuations ?? [])
        {
            continuation(me);
        }

        return true;
    }

    /// <summary>
    /// Has something done once the task is complete: by whoever completes it, as .NET does, unless that was asked not
    /// to be.
    /// </summary>
    internal void Then(Strand me, Action<Strand> continuation)
    {
        if (Task.IsCompleted)
        {
            continuation(me);
        }
        else
        {
            (_continuations ??= []).Add(continuation);
            me.Run.Races?.Gave(me, Location);
        }
    }

    /// <summary>The step that waits for the end of the task.</summary>
    /// <returns>False when the time-out fired.</returns>
    internal bool Await(Strand me, TimeSpan timeout, int site)
    {
        var forEver = Clocks.IsForEver(timeout);
        var waits = timeout != TimeSpan.Zero;
        me.Step(new Operation(site, Location, forEver ? Access.Await : Access.Read, waits ? this : null)
        {
            TimesOut = waits && !forEver,
        });
        if (Task.IsCompleted)
        {
            me.Run.Recorder?.Note(me, StepKind.Join, "has waited for {0}", Location, null, site);
            return true;
        }

        Clocks.Pass(me, timeout);
        me.Run.Recorder?.Note(me, StepKind.Refused, "gives up waiting for {0}", Location, null, site);
        return false;
    }

    /// <summary>The step that looks whether it is complete.</summary>
    internal void Look(Strand me, int site)
    {
        me.Step(new Operation(site, Location, Access.Read));
        me.Run.Recorder?.Note(
            me, StepKind.Read, Task.IsCompleted ? "finds {0} complete" : "finds {0} not complete", Location, null, site);
    }
}
