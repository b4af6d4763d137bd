using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// Work for the thread pool. Every piece gets a strand of its own: the pool is taken to have as many threads as it needs,
/// unless the koan says how many.
/// </summary>
internal static class Jobs
{
    /// <summary>
    /// Starts a piece of work; its first step comes after the event executed last. The caller must have taken a step
    /// just before: what a strand does up to its first step may be done early, and must not start others.
    /// </summary>
    internal static Strand Start(Strand me, Action body, Delegate? method, int site, Work? work = null)
    {
        var strand = Pool.Of(me.Run) is { } pool
            ? StartOwn(me, () => pool.Do(body, work, site), method, site)
            : StartOwn(me, body, method, site);
        strand.IsOfPool = true;
        return strand;
    }

    /// <summary>Starts a piece of work on a thread that is not the pool's.</summary>
    internal static Strand StartOwn(Strand me, Action body, Delegate? method, int site)
    {
        var face = me.Run.Exploration.NewFace(me);
        face.IsBackground = true;
        var strand = me.Run.Spawn(body, face, site);
        strand.FallbackName = NameOf(method) ?? $"job {strand.Id}";
        return strand;
    }

    /// <summary>
    /// Has the rest of an async method run on the pool. A thread that ran nothing but the part before, and has nothing
    /// that another would not have, stands for the next thread too: so a loop with an await needs no thread for each turn.
    /// </summary>
    internal static Strand Continue(Strand me, Action continuation, int site)
    {
        if (continuation.Target is { } method && me.Carries == method && MayGoOn(me) && Pool.Of(me.Run) is null)
        {
            me.Next = continuation;
            return me;
        }

        return Start(me, () => Carry(continuation), null, site);
    }

    /// <summary>Starts work as a task.</summary>
    internal static Task<T> Run<T>(
        Func<T> body,
        Delegate method,
        int site,
        CancellationToken token = default,
        TaskCreationOptions options = TaskCreationOptions.None,
        object? state = null,
        TaskScheduler? scheduler = null)
    {
        var me = Strand.Current!;
        var work = Make(me, body, method, options, token, state, site, out var task, out _);
        work.Announce(me, starts: true, site);
        work.Queue(me, scheduler, site);
        return task;
    }

    /// <summary>Makes a task that is not started yet.</summary>
    internal static Task<T> Make<T>(
        Func<T> body, Delegate method, CancellationToken token, TaskCreationOptions options, object? state, int site)
    {
        var me = Strand.Current!;
        Make(me, body, method, options, token, state, site, out var task, out _).Announce(me, starts: false, site);
        return task;
    }

    /// <summary>The same, to be announced by the caller, who may also come to cancel it.</summary>
    internal static Work<T> Make<T>(
        Strand me,
        Func<T> body,
        Delegate method,
        TaskCreationOptions options,
        CancellationToken token,
        object? state,
        int site,
        out Task<T> task,
        out Action cancel)
    {
        var source = new TaskCompletionSource<T>(state, options & TaskCreationOptions.RunContinuationsAsynchronously);
        task = source.Task;
        cancel = source.SetCanceled;
        return new Work<T>(me, source, body, method, options, token, site);
    }

    /// <summary>Starts work that gives a task, as a task that is complete when that is.</summary>
    internal static Task<T> RunAsync<T>(Func<Task?> body, Action<TaskCompletionSource<T>, Task> copy, CancellationToken token, int site)
    {
        var me = Strand.Current!;
        var source = new TaskCompletionSource<T>();
        var work = new AsyncWork<T>(me, source, body, inner => copy(source, inner), token, site);
        work.Announce(me, starts: true, site);
        work.Queue(me, null, site);
        return source.Task;
    }

    /// <summary>Runs the rest of an async method, and what becomes of it at its next awaits as long as that may be here.</summary>
    private static void Carry(Action continuation)
    {
        var me = Strand.Current!;
        me.Carries = continuation.Target;
        CarryOn(me, continuation, isAlarm: false);
    }

    /// <summary>The same, beginning with something else.</summary>
    internal static void CarryOn(Strand me, Action first, bool isAlarm)
    {
        me.IsAlarm = isAlarm && me.Carries is null;
        first();
        me.IsAlarm = false;
        while (me.Next is { } next && !me.IsGoingOn)
        {
            me.Next = null;
            me.IsGoingOn = true;
            next();
            me.IsGoingOn = false;
        }
    }

    /// <summary>Whether a thread may stand for another once it has nothing more to do.</summary>
    internal static bool MayGoOn(Strand me) => me is { Carries: not null, Next: null, IsLikeAnyOther: true };

    private static string? NameOf(Delegate? method) =>
        method?.Method.Name is { } name && !name.StartsWith('<') ? name : null;
}
