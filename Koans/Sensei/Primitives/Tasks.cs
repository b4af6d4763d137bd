using System.Runtime.CompilerServices;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="Task"/>: work on the pool, and looking at it.</summary>
[Follows(typeof(Task))]
public static partial class Tasks
{
    /// <summary>Follows <see cref="Task(Action)"/>.</summary>
    public static Task New(Action action, int site) => New(action, CancellationToken.None, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="Task(Action, CancellationToken)"/>.</summary>
    public static Task New(Action action, CancellationToken cancellationToken, int site) => New(action, cancellationToken, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="Task(Action, TaskCreationOptions)"/>.</summary>
    public static Task New(Action action, TaskCreationOptions creationOptions, int site) => New(action, CancellationToken.None, creationOptions, site);

    /// <summary>Follows <see cref="Task(Action, CancellationToken, TaskCreationOptions)"/>.</summary>
    public static Task New(Action action, CancellationToken cancellationToken, TaskCreationOptions creationOptions, int site) =>
        Strand.Current is null || action is null
            ? new Task(action!, cancellationToken, creationOptions)
            : Jobs.Make(Nothing(action), action, cancellationToken, creationOptions, null, site);

    /// <summary>Follows <see cref="Task(Action{object}, object)"/>.</summary>
    public static Task New(Action<object?> action, object? state, int site) =>
        New(action, state, CancellationToken.None, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="Task(Action{object}, object, CancellationToken)"/>.</summary>
    public static Task New(Action<object?> action, object? state, CancellationToken cancellationToken, int site) =>
        New(action, state, cancellationToken, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="Task(Action{object}, object, TaskCreationOptions)"/>.</summary>
    public static Task New(Action<object?> action, object? state, TaskCreationOptions creationOptions, int site) =>
        New(action, state, CancellationToken.None, creationOptions, site);

    /// <summary>Follows <see cref="Task(Action{object}, object, CancellationToken, TaskCreationOptions)"/>.</summary>
    public static Task New(
        Action<object?> action, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, int site) =>
        Strand.Current is null || action is null
            ? new Task(action!, state, cancellationToken, creationOptions)
            : Jobs.Make(Nothing(() => action(state)), action, cancellationToken, creationOptions, state, site);

    /// <summary>Follows <see cref="Task.Start()"/>.</summary>
    public static void Start(Task target, int site) => Start(target, null, site);

    /// <summary>Follows <see cref="Task.Start(TaskScheduler)"/>.</summary>
    public static void Start(Task target, TaskScheduler? scheduler, int site)
    {
        if (Strand.Current is { } me && target is not null && TaskState.Of(me.Run, target) is { Work: { } work } state)
        {
            state.Claim(me, "Start", site);
            work.Queue(me, scheduler, site);
        }
        else
        {
            target!.Start(scheduler ?? TaskScheduler.Default);
        }
    }

    /// <summary>Follows <see cref="Task.RunSynchronously()"/>: on the present thread.</summary>
    public static void RunSynchronously(Task target, int site)
    {
        if (Strand.Current is { } me && target is not null && TaskState.Of(me.Run, target) is { Work: { } work } state)
        {
            state.Claim(me, "RunSynchronously", site);
            work.IsStarted = work.TryBegin();
            work.Execute(me);
        }
        else
        {
            target!.RunSynchronously();
        }
    }

    /// <summary>Follows <see cref="Task.Run(Action)"/>.</summary>
    public static Task Run(Action action, int site) => Run(action, CancellationToken.None, site);

    /// <summary>Follows <see cref="Task.Run(Action, CancellationToken)"/>.</summary>
    public static Task Run(Action action, CancellationToken cancellationToken, int site) =>
        Strand.Current is null || action is null
            ? Task.Run(action!, cancellationToken)
            : Jobs.Run(Nothing(action), action, site, cancellationToken);

    /// <summary>Follows <see cref="Task.Run{TResult}(Func{TResult})"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<TResult> function, int site) => Run(function, CancellationToken.None, site);

    /// <summary>Follows <see cref="Task.Run{TResult}(Func{TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<TResult> function, CancellationToken cancellationToken, int site) =>
        Strand.Current is null || function is null
            ? Task.Run(function!, cancellationToken)
            : Jobs.Run(function, function, site, cancellationToken);

    /// <summary>Follows <see cref="Task.Run(Func{Task})"/>.</summary>
    public static Task Run(Func<Task?> function, int site) => Run(function, CancellationToken.None, site);

    /// <summary>Follows <see cref="Task.Run(Func{Task}, CancellationToken)"/>.</summary>
    public static Task Run(Func<Task?> function, CancellationToken cancellationToken, int site) =>
        Strand.Current is null || function is null
            ? Task.Run(function!, cancellationToken)
            : Jobs.RunAsync<Nothing>(function, static (source, inner) => Nothings.Copy(inner, source), cancellationToken, site);

    /// <summary>Follows <see cref="Task.Run{TResult}(Func{Task{TResult}})"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<Task<TResult>?> function, int site) => Run(function, CancellationToken.None, site);

    /// <summary>Follows <see cref="Task.Run{TResult}(Func{Task{TResult}}, CancellationToken)"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<Task<TResult>?> function, CancellationToken cancellationToken, int site) =>
        Strand.Current is null || function is null
            ? Task.Run(function!, cancellationToken)
            : Jobs.RunAsync<TResult>(function, static (source, inner) => source.SetFromTask((Task<TResult>)inner), cancellationToken, site);

    /// <summary>Follows <see cref="Task.CurrentId"/>.</summary>
    public static int? get_CurrentId(int site) => Strand.Current is { } me ? me.Working?.Id : Task.CurrentId;

    /// <summary>Follows <see cref="Task.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(Task target, int site) => Look(target, site).IsCompleted;

    /// <summary>Follows <see cref="Task.IsCompletedSuccessfully"/>.</summary>
    public static bool get_IsCompletedSuccessfully(Task target, int site) => Look(target, site).IsCompletedSuccessfully;

    /// <summary>Follows <see cref="Task.IsFaulted"/>.</summary>
    public static bool get_IsFaulted(Task target, int site) => Look(target, site).IsFaulted;

    /// <summary>Follows <see cref="Task.IsCanceled"/>.</summary>
    public static bool get_IsCanceled(Task target, int site) => Look(target, site).IsCanceled;

    /// <summary>Follows <see cref="Task.Status"/>; work that waits for a thread is told to be running, which it may be by then.</summary>
    public static TaskStatus get_Status(Task target, int site)
    {
        var status = Look(target, site).Status;
        return status == TaskStatus.WaitingForActivation && Strand.Current is { } me && TaskState.Of(me.Run, target).Work is { IsPromise: false } work
            ? work.IsStarted ? TaskStatus.Running : TaskStatus.Created
            : status;
    }

    /// <summary>Follows <see cref="Task.Exception"/>.</summary>
    public static AggregateException? get_Exception(Task target, int site) => Look(target, site).Exception;

    /// <summary>Follows <see cref="Task.CreationOptions"/>, which never change.</summary>
    public static TaskCreationOptions get_CreationOptions(Task target, int site) =>
        Strand.Current is { } me && target is not null && TaskState.Of(me.Run, target).Work is { } work ? work.Options : target!.CreationOptions;

    internal static Func<Nothing> Nothing(Action action) => () =>
    {
        action();
        return default;
    };

    private static Task Look(Task target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            TaskState.Of(me.Run, target).Look(me, site);
        }

        return target!;
    }
}

/// <summary><see cref="Task{TResult}"/>: the result of work on the pool.</summary>
[Follows(typeof(Task<>))]
public static partial class Tasks<TResult>
{
    /// <summary>Follows <see cref="Task{TResult}(Func{TResult})"/>.</summary>
    public static Task<TResult> New(Func<TResult> function, int site) => New(function, CancellationToken.None, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="Task{TResult}(Func{TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> New(Func<TResult> function, CancellationToken cancellationToken, int site) =>
        New(function, cancellationToken, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="Task{TResult}(Func{TResult}, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> New(Func<TResult> function, TaskCreationOptions creationOptions, int site) =>
        New(function, CancellationToken.None, creationOptions, site);

    /// <summary>Follows <see cref="Task{TResult}(Func{TResult}, CancellationToken, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> New(Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions, int site) =>
        Strand.Current is null || function is null
            ? new Task<TResult>(function!, cancellationToken, creationOptions)
            : Jobs.Make(function, function, cancellationToken, creationOptions, null, site);

    /// <summary>Follows <see cref="Task{TResult}(Func{object, TResult}, object)"/>.</summary>
    public static Task<TResult> New(Func<object?, TResult> function, object? state, int site) =>
        New(function, state, CancellationToken.None, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="Task{TResult}(Func{object, TResult}, object, CancellationToken)"/>.</summary>
    public static Task<TResult> New(Func<object?, TResult> function, object? state, CancellationToken cancellationToken, int site) =>
        New(function, state, cancellationToken, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="Task{TResult}(Func{object, TResult}, object, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> New(Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions, int site) =>
        New(function, state, CancellationToken.None, creationOptions, site);

    /// <summary>Follows <see cref="Task{TResult}(Func{object, TResult}, object, CancellationToken, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> New(
        Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, int site) =>
        Strand.Current is null || function is null
            ? new Task<TResult>(function!, state, cancellationToken, creationOptions)
            : Jobs.Make(() => function(state), function, cancellationToken, creationOptions, state, site);

    /// <summary>Follows <see cref="Task{TResult}.Result"/>.</summary>
    public static TResult get_Result(Task<TResult> target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            TaskState.Of(me.Run, target).Await(me, Timeout.InfiniteTimeSpan, site);
        }

        return target!.Result;
    }
}

/// <summary>The result of what has none.</summary>
internal readonly record struct Nothing;

/// <summary>Tasks without a result, seen as tasks with one that says nothing.</summary>
internal static class Nothings
{
    internal static void Copy(Task task, TaskCompletionSource<Nothing> source)
    {
        if (task.IsFaulted)
        {
            source.SetException(task.Exception.InnerExceptions);
        }
        else if (task.IsCanceled)
        {
            source.SetCanceled(TokenOf(task));
        }
        else
        {
            source.SetResult(default);
        }
    }

    /// <summary>The token that a task was cancelled with.</summary>
    private static CancellationToken TokenOf(Task cancelled)
    {
        try
        {
            cancelled.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException error)
        {
            return error.CancellationToken;
        }

        return default;
    }
}
