using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="TaskCompletionSource"/>: whoever sets it runs what waits for it, unless asked not to.</summary>
[Follows(typeof(TaskCompletionSource))]
public static class TaskSources
{
    /// <summary>Follows <see cref="TaskCompletionSource.TrySetResult"/>.</summary>
    public static bool TrySetResult(TaskCompletionSource target, int site) =>
        Sources.Complete(target.Task, () => target.TrySetResult(), site);

    /// <summary>Follows <see cref="TaskCompletionSource.SetResult"/>.</summary>
    public static void SetResult(TaskCompletionSource target, int site) =>
        Sources.Demand(TrySetResult(target, site));

    /// <summary>Follows <see cref="TaskCompletionSource.TrySetException(Exception)"/>.</summary>
    public static bool TrySetException(TaskCompletionSource target, Exception exception, int site) =>
        Sources.Complete(target.Task, () => target.TrySetException(exception), site);

    /// <summary>Follows <see cref="TaskCompletionSource.SetException(Exception)"/>.</summary>
    public static void SetException(TaskCompletionSource target, Exception exception, int site) =>
        Sources.Demand(TrySetException(target, exception, site));

    /// <summary>Follows <see cref="TaskCompletionSource.TrySetException(IEnumerable{Exception})"/>.</summary>
    public static bool TrySetException(TaskCompletionSource target, IEnumerable<Exception> exceptions, int site) =>
        Sources.Complete(target.Task, () => target.TrySetException(exceptions), site);

    /// <summary>Follows <see cref="TaskCompletionSource.SetException(IEnumerable{Exception})"/>.</summary>
    public static void SetException(TaskCompletionSource target, IEnumerable<Exception> exceptions, int site) =>
        Sources.Demand(TrySetException(target, exceptions, site));

    /// <summary>Follows <see cref="TaskCompletionSource.TrySetCanceled()"/>.</summary>
    public static bool TrySetCanceled(TaskCompletionSource target, int site) =>
        Sources.Complete(target.Task, () => target.TrySetCanceled(), site);

    /// <summary>Follows <see cref="TaskCompletionSource.SetCanceled()"/>.</summary>
    public static void SetCanceled(TaskCompletionSource target, int site) =>
        Sources.Demand(TrySetCanceled(target, site));

    /// <summary>Follows <see cref="TaskCompletionSource.TrySetCanceled(CancellationToken)"/>.</summary>
    public static bool TrySetCanceled(TaskCompletionSource target, CancellationToken cancellationToken, int site) =>
        Sources.Complete(target.Task, () => target.TrySetCanceled(cancellationToken), site);

    /// <summary>Follows <see cref="TaskCompletionSource.SetCanceled(CancellationToken)"/>.</summary>
    public static void SetCanceled(TaskCompletionSource target, CancellationToken cancellationToken, int site) =>
        Sources.Demand(TrySetCanceled(target, cancellationToken, site));

    /// <summary>Follows <see cref="TaskCompletionSource.TrySetFromTask(Task)"/>.</summary>
    public static bool TrySetFromTask(TaskCompletionSource target, Task completedTask, int site) =>
        Sources.Complete(target.Task, () => target.TrySetFromTask(completedTask), site);

    /// <summary>Follows <see cref="TaskCompletionSource.SetFromTask(Task)"/>.</summary>
    public static void SetFromTask(TaskCompletionSource target, Task completedTask, int site) =>
        Sources.Demand(TrySetFromTask(target, completedTask, site));
}

/// <summary><see cref="TaskCompletionSource{TResult}"/>.</summary>
[Follows(typeof(TaskCompletionSource<>))]
public static class TaskSources<TResult>
{
    /// <summary>Follows <see cref="TaskCompletionSource{TResult}.TrySetResult"/>.</summary>
    public static bool TrySetResult(TaskCompletionSource<TResult> target, TResult result, int site) =>
        Sources.Complete(target.Task, () => target.TrySetResult(result), site);

    /// <summary>Follows <see cref="TaskCompletionSource{TResult}.SetResult"/>.</summary>
    public static void SetResult(TaskCompletionSource<TResult> target, TResult result, int site) =>
        Sources.Demand(TrySetResult(target, result, site));

    /// <summary>Follows <see cref="TaskCompletionSource{TResult}.TrySetException(Exception)"/>.</summary>
    public static bool TrySetException(TaskCompletionSource<TResult> target, Exception exception, int site) =>
        Sources.Complete(target.Task, () => target.TrySetException(exception), site);

    /// <summary>Follows <see cref="TaskCompletionSource{TResult}.SetException(Exception)"/>.</summary>
    public static void SetException(TaskCompletionSource<TResult> target, Exception exception, int site) =>
        Sources.Demand(TrySetException(target, exception, site));

    /// <summary>Follows <see cref="TaskCompletionSource{TResult}.TrySetException(IEnumerable{Exception})"/>.</summary>
    public static bool TrySetException(TaskCompletionSource<TResult> target, IEnumerable<Exception> exceptions, int site) =>
        Sources.Complete(target.Task, () => target.TrySetException(exceptions), site);

    /// <summary>Follows <see cref="TaskCompletionSource{TResult}.SetException(IEnumerable{Exception})"/>.</summary>
    public static void SetException(TaskCompletionSource<TResult> target, IEnumerable<Exception> exceptions, int site) =>
        Sources.Demand(TrySetException(target, exceptions, site));

    /// <summary>Follows <see cref="TaskCompletionSource{TResult}.TrySetCanceled()"/>.</summary>
    public static bool TrySetCanceled(TaskCompletionSource<TResult> target, int site) =>
        Sources.Complete(target.Task, () => target.TrySetCanceled(), site);

    /// <summary>Follows <see cref="TaskCompletionSource{TResult}.SetCanceled()"/>.</summary>
    public static void SetCanceled(TaskCompletionSource<TResult> target, int site) =>
        Sources.Demand(TrySetCanceled(target, site));

    /// <summary>Follows <see cref="TaskCompletionSource{TResult}.TrySetCanceled(CancellationToken)"/>.</summary>
    public static bool TrySetCanceled(TaskCompletionSource<TResult> target, CancellationToken cancellationToken, int site) =>
        Sources.Complete(target.Task, () => target.TrySetCanceled(cancellationToken), site);

    /// <summary>Follows <see cref="TaskCompletionSource{TResult}.SetCanceled(CancellationToken)"/>.</summary>
    public static void SetCanceled(TaskCompletionSource<TResult> target, CancellationToken cancellationToken, int site) =>
        Sources.Demand(TrySetCanceled(target, cancellationToken, site));

    /// <summary>Follows <see cref="TaskCompletionSource{TResult}.TrySetFromTask(Task{TResult})"/>.</summary>
    public static bool TrySetFromTask(TaskCompletionSource<TResult> target, Task<TResult> completedTask, int site) =>
        Sources.Complete(target.Task, () => target.TrySetFromTask(completedTask), site);

    /// <summary>Follows <see cref="TaskCompletionSource{TResult}.SetFromTask(Task{TResult})"/>.</summary>
    public static void SetFromTask(TaskCompletionSource<TResult> target, Task<TResult> completedTask, int site) =>
        Sources.Demand(TrySetFromTask(target, completedTask, site));
}

/// <summary>What both kinds of source share.</summary>
internal static class Sources
{
    /// <summary>Completes the source's task, unless somebody has; true for the one who does.</summary>
    internal static bool Complete(Task task, Func<bool> complete, int site) => Strand.Current is { } me
        ? TaskState.Of(me.Run, task).Complete(me, () => complete(), site)
        : complete();

    /// <summary>Setting what has been set is an error, in .NET's words.</summary>
    internal static void Demand(bool wasFirst)
    {
        if (!wasFirst)
        {
            throw new InvalidOperationException("An attempt was made to transition a task to a final state when it had already completed.");
        }
    }
}
