using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="TaskFactory"/>, as far as it starts work on the pool.</summary>
[Follows(typeof(TaskFactory))]
public static class TaskFactories
{
    /// <summary>Follows <see cref="TaskFactory.StartNew(Action)"/>.</summary>
    public static Task StartNew(TaskFactory target, Action action, int site) =>
        Strand.Current is null ? target.StartNew(action) : Jobs.Run(Tasks.Nothing(action), action, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew(Action, TaskCreationOptions)"/>.</summary>
    public static Task StartNew(TaskFactory target, Action action, TaskCreationOptions creationOptions, int site) =>
        Strand.Current is null ? target.StartNew(action, creationOptions) : Jobs.Run(Tasks.Nothing(action), action, creationOptions, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew(Action{object}, object)"/>.</summary>
    public static Task StartNew(TaskFactory target, Action<object?> action, object? state, int site) =>
        Strand.Current is null
            ? target.StartNew(action, state)
            : Jobs.Run(Tasks.Nothing(() => action(state)), action, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew{TResult}(Func{TResult})"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory target, Func<TResult> function, int site) =>
        Strand.Current is null ? target.StartNew(function) : Jobs.Run(function, function, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew{TResult}(Func{TResult}, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory target, Func<TResult> function, TaskCreationOptions creationOptions, int site) =>
        Strand.Current is null ? target.StartNew(function, creationOptions) : Jobs.Run(function, function, creationOptions, site);
}

/// <summary><see cref="ThreadPool"/>: work that nobody waits for.</summary>
[Follows(typeof(ThreadPool))]
public static class ThreadPools
{
    /// <summary>Follows <see cref="ThreadPool.QueueUserWorkItem(WaitCallback)"/>.</summary>
    public static bool QueueUserWorkItem(WaitCallback callBack, int site) => QueueUserWorkItem(callBack, null, site);

    /// <summary>Follows <see cref="ThreadPool.QueueUserWorkItem(WaitCallback, object)"/>.</summary>
    public static bool QueueUserWorkItem(WaitCallback callBack, object? state, int site)
    {
        if (Strand.Current is not { } me)
        {
            return ThreadPool.QueueUserWorkItem(callBack, state);
        }

        me.Step(new Operation(site));
        var job = Jobs.Start(me, () => callBack(state), callBack, site);
        me.Run.Recorder?.Note(me, Records.StepKind.Start, "starts {0}", job.Life, null, site);
        return true;
    }
}
