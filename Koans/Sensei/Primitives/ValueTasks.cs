using System.Threading.Tasks.Sources;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="ValueTask"/>: looking at it is looking at the task inside, where there is one.</summary>
[Follows(typeof(ValueTask))]
public static class ValueTasks
{
    /// <summary>Follows <see cref="ValueTask.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref ValueTask target, int site) => Look(ref target, site).IsCompleted;

    /// <summary>Follows <see cref="ValueTask.IsCompletedSuccessfully"/>.</summary>
    public static bool get_IsCompletedSuccessfully(ref ValueTask target, int site) => Look(ref target, site).IsCompletedSuccessfully;

    /// <summary>Follows <see cref="ValueTask.IsFaulted"/>.</summary>
    public static bool get_IsFaulted(ref ValueTask target, int site) => Look(ref target, site).IsFaulted;

    /// <summary>Follows <see cref="ValueTask.IsCanceled"/>.</summary>
    public static bool get_IsCanceled(ref ValueTask target, int site) => Look(ref target, site).IsCanceled;

    /// <summary>Follows <see cref="ValueTask.AsTask"/>.</summary>
    public static Task AsTask(ref ValueTask target, int site)
    {
        if (Strand.Current is not { } me || Inside.SourceOf(ref target) is not IValueTaskSource || target.IsCompleted)
        {
            return target.AsTask();
        }

        var task = new TaskCompletionSource();
        var awaiter = target.GetAwaiter();
        var run = me.Run;
        TaskAwaiters.Add(ref awaiter, () => TaskState.Of(run, task.Task).Complete(Strand.Current!, () => Settle(awaiter.GetResult, task), site), site);
        return task.Task;
    }

    /// <summary>Follows <see cref="ValueTask.Preserve"/>.</summary>
    public static ValueTask Preserve(ref ValueTask target, int site) =>
        Inside.SourceOf(ref target) is IValueTaskSource ? new ValueTask(AsTask(ref target, site)) : target.Preserve();

    /// <summary>Completes a task in the way that asking for a result ends.</summary>
    private static void Settle(Action ask, TaskCompletionSource task)
    {
        try
        {
            ask();
            task.SetResult();
        }
        catch (OperationCanceledException canceled)
        {
            task.SetCanceled(canceled.CancellationToken);
        }
        catch (Exception error) when (error is not RunAbandoned)
        {
            task.SetException(error);
        }
    }

    private static ref ValueTask Look(ref ValueTask target, int site)
    {
        if (Strand.Current is { } me && Inside.SourceOf(ref target) is Task task)
        {
            TaskState.Of(me.Run, task).Look(me, site);
        }

        return ref target;
    }
}

/// <summary><see cref="ValueTask{TResult}"/>.</summary>
[Follows(typeof(ValueTask<>))]
public static class ValueTasks<TResult>
{
    /// <summary>Follows <see cref="ValueTask{TResult}.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref ValueTask<TResult> target, int site) => Look(ref target, site).IsCompleted;

    /// <summary>Follows <see cref="ValueTask{TResult}.IsCompletedSuccessfully"/>.</summary>
    public static bool get_IsCompletedSuccessfully(ref ValueTask<TResult> target, int site) => Look(ref target, site).IsCompletedSuccessfully;

    /// <summary>Follows <see cref="ValueTask{TResult}.IsFaulted"/>.</summary>
    public static bool get_IsFaulted(ref ValueTask<TResult> target, int site) => Look(ref target, site).IsFaulted;

    /// <summary>Follows <see cref="ValueTask{TResult}.IsCanceled"/>.</summary>
    public static bool get_IsCanceled(ref ValueTask<TResult> target, int site) => Look(ref target, site).IsCanceled;

    /// <summary>Follows <see cref="ValueTask{TResult}.Result"/>: waits where there is a task inside.</summary>
    public static TResult get_Result(ref ValueTask<TResult> target, int site)
    {
        if (Strand.Current is { } me && Inside<TResult>.SourceOf(ref target) is Task task)
        {
            TaskState.Of(me.Run, task).Await(me, Timeout.InfiniteTimeSpan, site);
        }

        return target.Result;
    }

    /// <summary>Follows <see cref="ValueTask{TResult}.AsTask"/>.</summary>
    public static Task<TResult> AsTask(ref ValueTask<TResult> target, int site)
    {
        if (Strand.Current is not { } me || Inside<TResult>.SourceOf(ref target) is not IValueTaskSource<TResult> || target.IsCompleted)
        {
            return target.AsTask();
        }

        var task = new TaskCompletionSource<TResult>();
        var awaiter = target.GetAwaiter();
        var run = me.Run;
        TaskAwaiters.Add(ref awaiter, () => TaskState.Of(run, task.Task).Complete(Strand.Current!, () => Settle(awaiter.GetResult, task), site), site);
        return task.Task;
    }

    /// <summary>Follows <see cref="ValueTask{TResult}.Preserve"/>.</summary>
    public static ValueTask<TResult> Preserve(ref ValueTask<TResult> target, int site) =>
        Inside<TResult>.SourceOf(ref target) is IValueTaskSource<TResult> ? new ValueTask<TResult>(AsTask(ref target, site)) : target.Preserve();

    private static void Settle(Func<TResult> ask, TaskCompletionSource<TResult> task)
    {
        try
        {
            task.SetResult(ask());
        }
        catch (OperationCanceledException canceled)
        {
            task.SetCanceled(canceled.CancellationToken);
        }
        catch (Exception error) when (error is not RunAbandoned)
        {
            task.SetException(error);
        }
    }

    private static ref ValueTask<TResult> Look(ref ValueTask<TResult> target, int site)
    {
        if (Strand.Current is { } me && Inside<TResult>.SourceOf(ref target) is Task task)
        {
            TaskState.Of(me.Run, task).Look(me, site);
        }

        return ref target;
    }
}
