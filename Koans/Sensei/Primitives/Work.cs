using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>The work that a task stands for: not yet started, waiting for a thread, under way or done.</summary>
internal abstract class Work
{
    private Strand? _queuedBy;

    private protected Work(Strand me, Task task, Delegate method, TaskCreationOptions options, CancellationToken token, int site)
    {
        if (options.HasFlag(TaskCreationOptions.AttachedToParent))
        {
            me.Run.NotFollowed("TaskCreationOptions.AttachedToParent", "Task.WhenAll", site);
        }

        State = TaskState.Of(me.Run, task);
        State.Work = this;
        Method = method;
        Options = options;
        Token = token;
        Site = site;
    }

    internal TaskState State { get; }

    internal Delegate Method { get; }

    internal TaskCreationOptions Options { get; }

    internal CancellationToken Token { get; }

    internal bool IsStarted { get; set; }

    /// <summary>Whether the task comes after the work, and is not the work itself.</summary>
    internal virtual bool IsPromise => false;

    /// <summary>Some thread has taken it up, so that cancelling it comes too late.</summary>
    internal bool HasBegun { get; private set; }

    /// <summary>Whether a thread that waits for it would find it in its own queue: of a pool that has only so many threads.</summary>
    internal bool IsNextOf(Strand strand) =>
        strand.Pool is not null && strand == _queuedBy && !HasBegun && !IsPromise && (Options & (TaskCreationOptions.LongRunning | TaskCreationOptions.PreferFairness)) == 0;

    private protected int Site { get; }

    /// <summary>The step by which the task begins to exist; its token cancels it as long as it has not begun.</summary>
    internal void Announce(Strand me, bool starts, int site)
    {
        me.Step(new Operation(site, State.Location, Access.Write)
        {
            Second = Cancelling.LocationOf(me, Token),
            SecondAccess = Access.Write,
            KeepsVersion = true,
        });
        IsStarted = starts;
        me.Run.NoteEffect(me);
        if (Token.IsCancellationRequested)
        {
            State.Finish(me, Cancel, site);
        }
        else if (Token.CanBeCanceled)
        {
            Cancelling.WhenCancelled(me, Token, strand =>
            {
                strand.Step(new Operation(site, State.Location, Access.Write) { KeepsVersion = true });
                if (!HasBegun && !State.Task.IsCompleted)
                {
                    State.Finish(strand, Cancel, site);
                }
            });
        }
    }

    /// <summary>Gives it to a thread, within a step that the caller has taken.</summary>
    internal void Queue(Strand me, TaskScheduler? scheduler, int site)
    {
        IsStarted = true;
        if (State.Task.IsCompleted)
        {
            return;
        }

        if (Schedulers.ContextOf(me, scheduler, site) is { } context)
        {
            Contexts.Post(context, _ => Do(Strand.Current!), null, site);
            return;
        }

        _queuedBy = me;
        State.Worker = Options.HasFlag(TaskCreationOptions.LongRunning)
            ? Jobs.StartOwn(me, () => Do(Strand.Current!), Method, site)
            : Jobs.Start(me, () => Do(Strand.Current!), Method, site, this);
        me.Run.Recorder?.Note(me, StepKind.Start, $"starts {Names.Of(State.Worker)}", State.Location, null, site);
    }

    /// <summary>Does it on the present thread, unless it was cancelled before.</summary>
    internal void Do(Strand me)
    {
        if (Token.CanBeCanceled && !HasBegun)
        {
            me.Step(new Operation(Site, State.Location, Access.Write) { KeepsVersion = true });
        }

        if (TryBegin())
        {
            Execute(me);
        }
    }

    /// <summary>Takes it up, within a step that the caller has taken; false where it is under way or has been cancelled.</summary>
    internal bool TryBegin()
    {
        if (HasBegun || State.Task.IsCompleted)
        {
            return false;
        }

        return HasBegun = true;
    }

    /// <summary>Runs it to its end, and completes the task.</summary>
    internal void Execute(Strand me)
    {
        var outer = me.Working;
        me.Working = State.Task;
        Run(me);
        me.Working = outer;
    }

    private protected abstract void Run(Strand me);

    private protected abstract void Cancel();
}

/// <summary>Work with a result.</summary>
internal sealed class Work<T>(
    Strand me,
    TaskCompletionSource<T> source,
    Func<T> body,
    Delegate method,
    TaskCreationOptions options,
    CancellationToken token,
    int site) : Work(me, source.Task, method, options, token, site)
{
    private protected override void Run(Strand me)
    {
        Action complete;
        try
        {
            var result = body();
            complete = () => source.SetResult(result);
        }
        catch (OperationCanceledException canceled) when (Token.CanBeCanceled && canceled.CancellationToken == Token)
        {
            // only what is cancelled by the token it was given is cancelled; all else has failed
            complete = () =>
            {
                if (Token.IsCancellationRequested)
                {
                    Cancel();
                }
                else
                {
                    source.SetException(canceled);
                }
            };
        }
        catch (Exception error) when (error is not RunAbandoned)
        {
            complete = () => source.SetException(error);
        }

        State.Complete(me, complete, Site, Token);
    }

    private protected override void Cancel() => source.SetCanceled(Token);
}

/// <summary>Work that gives a task: it is done when that is.</summary>
internal sealed class AsyncWork<T>(
    Strand me,
    TaskCompletionSource<T> source,
    Func<Task?> body,
    Action<Task> copy,
    CancellationToken token,
    int site) : Work(me, source.Task, body, TaskCreationOptions.None, token, site)
{
    internal override bool IsPromise => true;

    private protected override void Run(Strand me)
    {
        Action complete;
        try
        {
            if (body() is { } inner)
            {
                // nothing comes between this and the await at which the method was left
                TaskState.Of(me.Run, inner).Then(me, strand => State.Complete(strand, () => copy(inner), Site));
                return;
            }

            complete = source.SetCanceled;
        }
        catch (OperationCanceledException canceled)
        {
            complete = () => source.SetCanceled(canceled.CancellationToken);
        }
        catch (Exception error) when (error is not RunAbandoned)
        {
            complete = () => source.SetException(error);
        }

        State.Complete(me, complete, Site);
    }

    private protected override void Cancel() => source.SetCanceled(Token);
}
