using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>Work that begins when other tasks are complete.</summary>
internal static class Followers
{
    private const TaskContinuationOptions Conditions =
        TaskContinuationOptions.NotOnCanceled | TaskContinuationOptions.NotOnFaulted | TaskContinuationOptions.NotOnRanToCompletion;

    /// <summary>Work after one task: on the pool, where the options do not say otherwise.</summary>
    internal static Task<T> Add<T>(
        Task target,
        Func<T> body,
        Delegate method,
        CancellationToken token,
        TaskContinuationOptions options,
        TaskScheduler? scheduler,
        object? state,
        int site)
    {
        var me = Strand.Current!;
        var work = Jobs.Make(me, body, method, Creation(options), token, state, site, out var task, out var cancel);
        var antecedent = TaskState.Of(me.Run, target);
        work.Announce(me, starts: true, site);
        antecedent.Look(me, site);
        antecedent.Then(me, strand =>
        {
            if (IsWanted(target, options))
            {
                Begin(strand, work, options, scheduler, site);
            }
            else
            {
                work.State.Complete(strand, cancel, site);
            }
        });
        return task;
    }

    /// <summary>Work after the last, or the first, of several.</summary>
    internal static Task<T> AddAfter<T>(
        Task whole,
        Func<T> body,
        Delegate method,
        CancellationToken token,
        TaskContinuationOptions options,
        TaskScheduler? scheduler,
        int site)
    {
        if ((options & Conditions) != 0)
        {
            throw new ArgumentOutOfRangeException("continuationOptions");
        }

        return Add(whole, body, method, token, options, scheduler, null, site);
    }

    private static void Begin(Strand strand, Work work, TaskContinuationOptions options, TaskScheduler? scheduler, int site)
    {
        if (options.HasFlag(TaskContinuationOptions.ExecuteSynchronously) && Schedulers.ContextOf(strand, scheduler, site) is null)
        {
            work.Do(strand);
        }
        else
        {
            work.Queue(strand, scheduler, site);
        }
    }

    private static bool IsWanted(Task task, TaskContinuationOptions options) => !options.HasFlag(
        task.IsCanceled ? TaskContinuationOptions.NotOnCanceled
        : task.IsFaulted ? TaskContinuationOptions.NotOnFaulted
        : TaskContinuationOptions.NotOnRanToCompletion);

    private static TaskCreationOptions Creation(TaskContinuationOptions options) => (TaskCreationOptions)options
        & (TaskCreationOptions.AttachedToParent | TaskCreationOptions.DenyChildAttach | TaskCreationOptions.HideScheduler
            | TaskCreationOptions.LongRunning | TaskCreationOptions.PreferFairness | TaskCreationOptions.RunContinuationsAsynchronously);
}
