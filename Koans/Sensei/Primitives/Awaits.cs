using System.Runtime.CompilerServices;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// Suspends an async method until what it awaits is complete. .NET's own builder makes the continuation; who runs it,
/// and when, is decided here.
/// </summary>
internal static class Awaits
{
    /// <summary>
    /// What stands in for an awaiter when the builder asks it to resume the method later; null outside explored code.
    /// </summary>
    internal static Resumption? On<TAwaiter>(ref TAwaiter awaiter, int site)
        where TAwaiter : INotifyCompletion
    {
        if (Strand.Current is not { } me)
        {
            Live.LiveRun.Awaits(Awaited<TAwaiter>.Known?.SourceOf(ref awaiter) as Task, site);
            return null;
        }

        if (typeof(TAwaiter) == typeof(YieldAwaitable.YieldAwaiter))
        {
            return new Resumption(null, true, null, site);
        }

        if (Awaited<TAwaiter>.Known is { } known)
        {
            switch (known.SourceOf(ref awaiter))
            {
                case null:
                    return new Resumption(Task.CompletedTask, known.ComesBack(ref awaiter), null, site);
                case Task task:
                    return new Resumption(task, known.ComesBack(ref awaiter), null, site);
                case var source when !Weaving.Twin.IsTwin(source.GetType().Assembly):
                    me.Run.NotFollowed($"await on {Values.TypeName(source.GetType())}", "a Task", site);
                    break;
            }
        }
        else if (!Awaited<TAwaiter>.IsWoven)
        {
            me.Run.NotFollowed($"await on {Values.TypeName(typeof(TAwaiter))}", "a Task", site);
        }

        return new Resumption(null, false, awaiter, site);
    }

    /// <summary>Runs what follows an await: on the context it came from, on the thread that completed it, or on the pool.</summary>
    /// <param name="me">The thread that completed what was awaited, or found it complete.</param>
    /// <param name="context">Where the method was, if it wants to come back.</param>
    /// <param name="continuation">The rest of the method.</param>
    /// <param name="mayInline">Whether it may run inside whatever completed the task.</param>
    /// <param name="site">The await.</param>
    internal static void Resume(Strand me, SynchronizationContext? context, Action continuation, bool mayInline, int site)
    {
        var method = (continuation.Target as Task) is { } task ? TaskState.Of(me.Run, task) : null;
        if (context is not null)
        {
            if (mayInline && SynchronizationContext.Current == context)
            {
                continuation();
            }
            else
            {
                method?.Successor = (context as ExploredLoop)?.Owner;
                Contexts.Post(context, new Return(continuation).Go, null, site);
            }
        }
        else if (mayInline && Contexts.Present is null)
        {
            if (me.IsAlarm)
            {
                (me.IsAlarm, me.Carries) = (false, continuation.Target);
            }

            continuation();
        }
        else
        {
            var successor = Jobs.Continue(me, continuation, site);
            method?.Successor = successor;
        }
    }

    /// <summary>The rest of a method that comes back to where it was.</summary>
    internal sealed class Return(Action continuation)
    {
        internal void Go(object? state) => continuation();
    }

    /// <param name="task">The task that is awaited; null for a yield, and where an awaiter is asked.</param>
    /// <param name="comesBack">Whether the method wants to come back to where it was.</param>
    /// <param name="awaiter">One that says itself when to go on.</param>
    /// <param name="site">The await.</param>
    internal sealed class Resumption(Task? task, bool comesBack, INotifyCompletion? awaiter, int site) : INotifyCompletion
    {
        public void OnCompleted(Action continuation)
        {
            try
            {
                Suspend(Strand.Current!, continuation);
            }
            catch (RunAbandoned)
            {
                // .NET's builder would throw it again on a thread of the real pool, which ends the process; at its next
                // step the method is told once more
            }
            catch (Exception error) when (Strand.Current is { Run.IsOver: false } me)
            {
                Jobs.Start(me, () => throw error, null, site);
            }
        }

        private void Suspend(Strand me, Action continuation)
        {
            if (awaiter is not null)
            {
                awaiter.OnCompleted(continuation);
                return;
            }

            var context = comesBack ? Contexts.Present : null;
            if (task is null)
            {
                Yields.Turn(me, continuation, site);
                me.Step(new Operation(site) { Yields = true });
                Resume(me, context, continuation, mayInline: false, site);
                return;
            }

            if (continuation.Target is Task method)
            {
                TaskState.Of(me.Run, method).Awaited = TaskState.Of(me.Run, task);
            }

            var mayInline = !task.CreationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously);
            var state = TaskState.Of(me.Run, task);
            if (!state.TryAdd(me, strand => Resume(strand, context, continuation, mayInline, site), isAwait: true))
            {
                Resume(me, context, continuation, mayInline: false, site);
            }
            else if (me.Later is { } later && later.Task == task && context is null && me.Carries == continuation.Target && Jobs.MayGoOn(me))
            {
                Yields.Turn(me, continuation, site);
                (me.Later, me.Next) = (null, later.Ring);
            }
        }
    }
}

/// <summary>Awaiters of tasks: looking whether the task is complete, and waiting for it where that is asked.</summary>
[Follows(typeof(TaskAwaiter))]
public static class TaskAwaiters
{
    /// <summary>Follows <see cref="TaskAwaiter.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref TaskAwaiter target, int site)
    {
        Look(ref target, site);
        return target.IsCompleted;
    }

    /// <summary>Follows <see cref="TaskAwaiter.GetResult"/>.</summary>
    public static void GetResult(ref TaskAwaiter target, int site)
    {
        Await(ref target, site);
        target.GetResult();
    }

    /// <summary>Follows <see cref="TaskAwaiter.OnCompleted"/>: what an awaiter does that leads to another.</summary>
    public static void OnCompleted(ref TaskAwaiter target, Action continuation, int site) => Add(ref target, continuation, site);

    /// <summary>Follows <see cref="TaskAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref TaskAwaiter target, Action continuation, int site) => Add(ref target, continuation, site);

    /// <summary>Waits for a task and throws what it failed with.</summary>
    internal static void Finish(Task task)
    {
        var awaiter = task.GetAwaiter();
        GetResult(ref awaiter, -1);
    }

    /// <summary>The step that looks whether what is awaited is complete.</summary>
    internal static void Look<TAwaiter>(ref TAwaiter target, int site)
    {
        if (Strand.Current is { } me && Awaited<TAwaiter>.Known!.SourceOf(ref target) is Task task)
        {
            TaskState.Of(me.Run, task).Look(me, site, awaits: true);
        }
    }

    /// <summary>After an await the task is complete; called by hand, this waits for it.</summary>
    internal static void Await<TAwaiter>(ref TAwaiter target, int site)
    {
        if (Strand.Current is { } me && Awaited<TAwaiter>.Known!.SourceOf(ref target) is Task { IsCompleted: false } task)
        {
            TaskState.Of(me.Run, task).Await(me, Timeout.InfiniteTimeSpan, site);
        }
    }

    /// <summary>Has something done when what is awaited is complete.</summary>
    internal static void Add<TAwaiter>(ref TAwaiter target, Action continuation, int site)
        where TAwaiter : INotifyCompletion
    {
        if (continuation is not null && Awaits.On(ref target, site) is { } resumption)
        {
            Look(ref target, site);
            resumption.OnCompleted(continuation);
        }
        else
        {
            target.OnCompleted(continuation!);
        }
    }
}

/// <summary>Awaiters of tasks with a result.</summary>
[Follows(typeof(TaskAwaiter<>))]
public static class TaskAwaiters<TResult>
{
    /// <summary>Follows <see cref="TaskAwaiter{TResult}.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref TaskAwaiter<TResult> target, int site)
    {
        TaskAwaiters.Look(ref target, site);
        return target.IsCompleted;
    }

    /// <summary>Follows <see cref="TaskAwaiter{TResult}.GetResult"/>.</summary>
    public static TResult GetResult(ref TaskAwaiter<TResult> target, int site)
    {
        TaskAwaiters.Await(ref target, site);
        return target.GetResult();
    }

    /// <summary>Follows <see cref="TaskAwaiter{TResult}.OnCompleted"/>.</summary>
    public static void OnCompleted(ref TaskAwaiter<TResult> target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);

    /// <summary>Follows <see cref="TaskAwaiter{TResult}.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref TaskAwaiter<TResult> target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);
}

/// <summary>Awaiters of tasks after ConfigureAwait.</summary>
[Follows(typeof(ConfiguredTaskAwaitable.ConfiguredTaskAwaiter))]
public static class ConfiguredTaskAwaiters
{
    /// <summary>Follows <see cref="ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter target, int site)
    {
        TaskAwaiters.Look(ref target, site);
        return target.IsCompleted;
    }

    /// <summary>Follows <see cref="ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.GetResult"/>.</summary>
    public static void GetResult(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter target, int site)
    {
        TaskAwaiters.Await(ref target, site);
        target.GetResult();
    }

    /// <summary>Follows <see cref="ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.OnCompleted"/>.</summary>
    public static void OnCompleted(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);

    /// <summary>Follows <see cref="ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);
}

/// <summary>Awaiters of tasks with a result after ConfigureAwait.</summary>
[Follows(typeof(ConfiguredTaskAwaitable<>.ConfiguredTaskAwaiter))]
public static class ConfiguredTaskAwaiters<TResult>
{
    /// <summary>Follows <see cref="ConfiguredTaskAwaitable{TResult}.ConfiguredTaskAwaiter.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter target, int site)
    {
        TaskAwaiters.Look(ref target, site);
        return target.IsCompleted;
    }

    /// <summary>Follows <see cref="ConfiguredTaskAwaitable{TResult}.ConfiguredTaskAwaiter.GetResult"/>.</summary>
    public static TResult GetResult(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter target, int site)
    {
        TaskAwaiters.Await(ref target, site);
        return target.GetResult();
    }

    /// <summary>Follows <see cref="ConfiguredTaskAwaitable{TResult}.ConfiguredTaskAwaiter.OnCompleted"/>.</summary>
    public static void OnCompleted(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);

    /// <summary>Follows <see cref="ConfiguredTaskAwaitable{TResult}.ConfiguredTaskAwaiter.UnsafeOnCompleted"/>.</summary>
    public static void UnsafeOnCompleted(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter target, Action continuation, int site) =>
        TaskAwaiters.Add(ref target, continuation, site);
}
