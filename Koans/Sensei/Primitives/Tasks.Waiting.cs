using Sensei.Running;

namespace Sensei.Primitives;

/// <content>Waiting for tasks on the present thread, and for time.</content>
public static partial class Tasks
{
    /// <summary>Follows <see cref="Task.Wait()"/>.</summary>
    public static void Wait(Task target, int site) => Wait(target, CancellationToken.None, site);

    /// <summary>Follows <see cref="Task.Wait(CancellationToken)"/>.</summary>
    public static void Wait(Task target, CancellationToken cancellationToken, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            TaskState.Of(me.Run, target).Await(me, Timeout.InfiniteTimeSpan, site, cancellationToken);
            cancellationToken = default;
        }

        target!.Wait(cancellationToken);
    }

    /// <summary>Follows <see cref="Task.Wait(int)"/>.</summary>
    public static bool Wait(Task target, int millisecondsTimeout, int site) =>
        Wait(target, Clocks.Milliseconds(millisecondsTimeout), CancellationToken.None, site);

    /// <summary>Follows <see cref="Task.Wait(int, CancellationToken)"/>.</summary>
    public static bool Wait(Task target, int millisecondsTimeout, CancellationToken cancellationToken, int site) =>
        Wait(target, Clocks.Milliseconds(millisecondsTimeout), cancellationToken, site);

    /// <summary>Follows <see cref="Task.Wait(TimeSpan)"/>.</summary>
    public static bool Wait(Task target, TimeSpan timeout, int site) => Wait(target, timeout, CancellationToken.None, site);

    /// <summary>Follows <see cref="Task.Wait(TimeSpan, CancellationToken)"/>.</summary>
    public static bool Wait(Task target, TimeSpan timeout, CancellationToken cancellationToken, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return target!.Wait(timeout, cancellationToken);
        }

        return TaskState.Of(me.Run, target).Await(me, timeout, site, cancellationToken) && target.Wait(0, CancellationToken.None);
    }

    /// <summary>Follows <see cref="Task.WaitAll(Task[])"/>.</summary>
    public static void WaitAll(Task[] tasks, int site) => WaitAll(tasks, Timeout.InfiniteTimeSpan, default, site);

    /// <summary>Follows <see cref="Task.WaitAll(ReadOnlySpan{Task})"/>.</summary>
    public static void WaitAll(ReadOnlySpan<Task> tasks, int site) => WaitAll(tasks.ToArray(), site);

    /// <summary>Follows <see cref="Task.WaitAll(IEnumerable{Task}, CancellationToken)"/>.</summary>
    public static void WaitAll(IEnumerable<Task> tasks, CancellationToken cancellationToken, int site) =>
        WaitAll([.. tasks], Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>Follows <see cref="Task.WaitAll(Task[], CancellationToken)"/>.</summary>
    public static void WaitAll(Task[] tasks, CancellationToken cancellationToken, int site) =>
        WaitAll(tasks, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>Follows <see cref="Task.WaitAll(Task[], int)"/>.</summary>
    public static bool WaitAll(Task[] tasks, int millisecondsTimeout, int site) =>
        WaitAll(tasks, Clocks.Milliseconds(millisecondsTimeout), default, site);

    /// <summary>Follows <see cref="Task.WaitAll(Task[], TimeSpan)"/>.</summary>
    public static bool WaitAll(Task[] tasks, TimeSpan timeout, int site) => WaitAll(tasks, timeout, default, site);

    /// <summary>Follows <see cref="Task.WaitAll(Task[], int, CancellationToken)"/>.</summary>
    public static bool WaitAll(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken, int site) =>
        WaitAll(tasks, Clocks.Milliseconds(millisecondsTimeout), cancellationToken, site);

    /// <summary>Follows <see cref="Task.WaitAny(Task[])"/>.</summary>
    public static int WaitAny(Task[] tasks, int site) => WaitAny(tasks, Timeout.InfiniteTimeSpan, default, site);

    /// <summary>Follows <see cref="Task.WaitAny(Task[], CancellationToken)"/>.</summary>
    public static int WaitAny(Task[] tasks, CancellationToken cancellationToken, int site) =>
        WaitAny(tasks, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>Follows <see cref="Task.WaitAny(Task[], int)"/>.</summary>
    public static int WaitAny(Task[] tasks, int millisecondsTimeout, int site) =>
        WaitAny(tasks, Clocks.Milliseconds(millisecondsTimeout), default, site);

    /// <summary>Follows <see cref="Task.WaitAny(Task[], TimeSpan)"/>.</summary>
    public static int WaitAny(Task[] tasks, TimeSpan timeout, int site) => WaitAny(tasks, timeout, default, site);

    /// <summary>Follows <see cref="Task.WaitAny(Task[], int, CancellationToken)"/>.</summary>
    public static int WaitAny(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken, int site) =>
        WaitAny(tasks, Clocks.Milliseconds(millisecondsTimeout), cancellationToken, site);

    /// <summary>Follows <see cref="Task.Delay(int)"/>: virtual time, that may be over at any moment.</summary>
    public static Task Delay(int millisecondsDelay, int site) => Delay(Clocks.Milliseconds(millisecondsDelay), CancellationToken.None, site);

    /// <summary>Follows <see cref="Task.Delay(int, CancellationToken)"/>.</summary>
    public static Task Delay(int millisecondsDelay, CancellationToken cancellationToken, int site) =>
        Delay(Clocks.Milliseconds(millisecondsDelay), cancellationToken, site);

    /// <summary>Follows <see cref="Task.Delay(TimeSpan)"/>.</summary>
    public static Task Delay(TimeSpan delay, int site) => Delay(delay, CancellationToken.None, site);

    /// <summary>Follows <see cref="Task.Delay(TimeSpan, CancellationToken)"/>.</summary>
    public static Task Delay(TimeSpan delay, CancellationToken cancellationToken, int site)
    {
        if (Strand.Current is not { } me || delay < Timeout.InfiniteTimeSpan)
        {
            return Task.Delay(delay, cancellationToken);
        }

        var source = new TaskCompletionSource();
        var state = TaskState.Of(me.Run, source.Task);
        if (cancellationToken.CanBeCanceled || delay != TimeSpan.Zero)
        {
            state.EndWith(me, cancellationToken, () => source.SetCanceled(cancellationToken), site);
        }

        if (delay == TimeSpan.Zero && !source.Task.IsCompleted)
        {
            return Task.CompletedTask;
        }

        state.EndAfter(me, delay, source.SetResult, "a delay", site);
        return source.Task;
    }

    /// <summary>Follows <see cref="Task.WaitAsync(CancellationToken)"/>.</summary>
    public static Task WaitAsync(Task target, CancellationToken cancellationToken, int site) =>
        WaitAsync(target, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>Follows <see cref="Task.WaitAsync(TimeSpan)"/>.</summary>
    public static Task WaitAsync(Task target, TimeSpan timeout, int site) => WaitAsync(target, timeout, default, site);

    /// <summary>Follows <see cref="Task.WaitAsync(TimeSpan, CancellationToken)"/>.</summary>
    public static Task WaitAsync(Task target, TimeSpan timeout, CancellationToken cancellationToken, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return target!.WaitAsync(timeout, cancellationToken);
        }

        var source = new TaskCompletionSource();
        return WaitAsync(me, target, source.Task, timeout, cancellationToken, () => source.SetFromTask(target), source.SetException, () => source.SetCanceled(cancellationToken), site)
            ? source.Task
            : target;
    }

    /// <summary>Completes a task by whichever comes first: another task, the time, the token. False when that is for the other to say.</summary>
    internal static bool WaitAsync(
        Strand me,
        Task target,
        Task whole,
        TimeSpan timeout,
        CancellationToken token,
        Action copy,
        Action<Exception> fail,
        Action cancel,
        int site)
    {
        var part = TaskState.Of(me.Run, target);
        part.Look(me, site);
        if (target.IsCompleted || (Clocks.IsForEver(timeout) && !token.CanBeCanceled))
        {
            return false;
        }

        var state = TaskState.Of(me.Run, whole);
        part.Then(me, strand => state.Complete(strand, copy, site));
        state.EndWith(me, token, cancel, site);
        if (timeout == TimeSpan.Zero && !whole.IsCompleted)
        {
            state.Complete(me, () => fail(new TimeoutException()), site);
        }

        state.EndAfter(me, timeout, () => fail(new TimeoutException()), "a time-out", site);
        return true;
    }

    private static bool WaitAll(Task[] tasks, TimeSpan timeout, CancellationToken token, int site)
    {
        if (Strand.Current is not { } me || tasks is null || Array.IndexOf(tasks, null) >= 0 || timeout < Timeout.InfiniteTimeSpan)
        {
            return Task.WaitAll(tasks!, (int)timeout.TotalMilliseconds, token);
        }

        if (Clocks.IsForEver(timeout))
        {
            foreach (var task in tasks)
            {
                TaskState.Of(me.Run, task).Await(me, timeout, site, token);
            }
        }
        else if (!new Several(me.Run, tasks, all: true).Await(me, timeout, token, site))
        {
            return false;
        }

        Task.WaitAll(tasks);
        return true;
    }

    private static int WaitAny(Task[] tasks, TimeSpan timeout, CancellationToken token, int site)
    {
        if (Strand.Current is not { } me || tasks is null or [] || Array.IndexOf(tasks, null) >= 0 || timeout < Timeout.InfiniteTimeSpan)
        {
            return Task.WaitAny(tasks!, (int)timeout.TotalMilliseconds, token);
        }

        return new Several(me.Run, tasks, all: false).Await(me, timeout, token, site) ? Array.FindIndex(tasks, t => t.IsCompleted) : -1;
    }

    /// <summary>Waiting for several tasks in one step.</summary>
    private sealed class Several(Run run, Task[] tasks, bool all) : IGate
    {
        private readonly TaskState[] _states = Array.ConvertAll(tasks, t => TaskState.Of(run, t));

        public bool IsOpen(Strand strand) => all ? Array.TrueForAll(tasks, t => t.IsCompleted) : Array.Exists(tasks, t => t.IsCompleted);

        public Waiting Describe(Strand strand) => (Array.Find(_states, s => !s.Task.IsCompleted) ?? _states[0]).Describe(strand);

        internal bool Await(Strand me, TimeSpan timeout, CancellationToken token, int site)
        {
            if (tasks.Length == 0)
            {
                return true;
            }

            var waits = timeout != TimeSpan.Zero;
            me.Step(new Operation(site, _states[0].Location, Access.Read, waits ? Cancelling.Or(this, token) : null)
            {
                Second = Cancelling.LocationOf(me, token),
                SecondAccess = Access.Read,
                More = [.. _states.Skip(1).Select(s => (s.Location, Access.Read))],
                TimesOut = waits && !Clocks.IsForEver(timeout),
            });
            if (IsOpen(me))
            {
                return true;
            }

            Cancelling.Throw(me, token, _states[0].Location, site);
            Clocks.Pass(me, timeout);
            me.Run.Recorder?.Note(me, Records.StepKind.Refused, "gives up waiting for {0}", _states[0].Location, null, site);
            return false;
        }
    }
}

/// <content>Waiting for a result.</content>
public static partial class Tasks<TResult>
{
    /// <summary>Follows <see cref="Task{TResult}.WaitAsync(CancellationToken)"/>.</summary>
    public static Task<TResult> WaitAsync(Task<TResult> target, CancellationToken cancellationToken, int site) =>
        WaitAsync(target, Timeout.InfiniteTimeSpan, cancellationToken, site);

    /// <summary>Follows <see cref="Task{TResult}.WaitAsync(TimeSpan)"/>.</summary>
    public static Task<TResult> WaitAsync(Task<TResult> target, TimeSpan timeout, int site) => WaitAsync(target, timeout, default, site);

    /// <summary>Follows <see cref="Task{TResult}.WaitAsync(TimeSpan, CancellationToken)"/>.</summary>
    public static Task<TResult> WaitAsync(Task<TResult> target, TimeSpan timeout, CancellationToken cancellationToken, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return target!.WaitAsync(timeout, cancellationToken);
        }

        var source = new TaskCompletionSource<TResult>();
        return Tasks.WaitAsync(me, target, source.Task, timeout, cancellationToken, () => source.SetFromTask(target), source.SetException, () => source.SetCanceled(cancellationToken), site)
            ? source.Task
            : target;
    }
}
