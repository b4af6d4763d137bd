using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="ThreadPool"/>: work that nobody waits for.</summary>
[Follows(typeof(ThreadPool))]
public static class ThreadPools
{
    /// <summary>
    /// Follows <see cref="ThreadPool.SetMinThreads(int, int)"/>, which says how soon the pool grows. In a run nothing comes of
    /// it: every order is tried anyway, and how many threads there are at most is the koan's to say.
    /// </summary>
    public static bool SetMinThreads(int workerThreads, int completionPortThreads, int site) =>
        Strand.Current is null ? ThreadPool.SetMinThreads(workerThreads, completionPortThreads) : workerThreads >= 0 && completionPortThreads >= 0;

    /// <summary>Follows <see cref="ThreadPool.QueueUserWorkItem(WaitCallback)"/>.</summary>
    public static bool QueueUserWorkItem(WaitCallback callBack, int site) => QueueUserWorkItem(callBack, null, site);

    /// <summary>Follows <see cref="ThreadPool.QueueUserWorkItem(WaitCallback, object)"/>.</summary>
    public static bool QueueUserWorkItem(WaitCallback callBack, object? state, int site) =>
        Strand.Current is null || callBack is null
            ? ThreadPool.QueueUserWorkItem(callBack!, state)
            : Queue(() => callBack(state), callBack, site);

    /// <summary>Follows <see cref="ThreadPool.QueueUserWorkItem{TState}(Action{TState}, TState, bool)"/>.</summary>
    public static bool QueueUserWorkItem<TState>(Action<TState> callBack, TState state, bool preferLocal, int site) =>
        Strand.Current is null || callBack is null
            ? ThreadPool.QueueUserWorkItem(callBack!, state, preferLocal)
            : Queue(() => callBack(state), callBack, site);

    /// <summary>Follows <see cref="ThreadPool.UnsafeQueueUserWorkItem(WaitCallback, object)"/>.</summary>
    public static bool UnsafeQueueUserWorkItem(WaitCallback callBack, object? state, int site) =>
        Strand.Current is null || callBack is null
            ? ThreadPool.UnsafeQueueUserWorkItem(callBack!, state)
            : Queue(() => callBack(state), callBack, site);

    /// <summary>Follows <see cref="ThreadPool.UnsafeQueueUserWorkItem{TState}(Action{TState}, TState, bool)"/>.</summary>
    public static bool UnsafeQueueUserWorkItem<TState>(Action<TState> callBack, TState state, bool preferLocal, int site) =>
        Strand.Current is null || callBack is null
            ? ThreadPool.UnsafeQueueUserWorkItem(callBack!, state, preferLocal)
            : Queue(() => callBack(state), callBack, site);

    /// <summary>Follows <see cref="ThreadPool.UnsafeQueueUserWorkItem(IThreadPoolWorkItem, bool)"/>.</summary>
    public static bool UnsafeQueueUserWorkItem(IThreadPoolWorkItem callBack, bool preferLocal, int site) =>
        Strand.Current is null || callBack is null
            ? ThreadPool.UnsafeQueueUserWorkItem(callBack!, preferLocal)
            : Queue(callBack.Execute, null, site);

    private static bool Queue(Action work, Delegate? method, int site)
    {
        var me = Strand.Current!;
        me.Step(new Operation(site));
        var job = Jobs.Start(me, work, method, site);
        me.Run.Recorder?.Note(me, StepKind.Start, "starts {0}", job.Life, null, site);
        return true;
    }
}
