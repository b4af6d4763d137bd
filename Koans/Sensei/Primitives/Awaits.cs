using System.Runtime.CompilerServices;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// Suspends an async method until what it awaits is complete. .NET's own builder makes the continuation; who runs it,
/// and when, is decided here.
/// </summary>
internal static class Awaits
{
    /// <summary>The task that an awaiter of .NET's own awaits; null for a yield. Its only reference is the task.</summary>
    internal static Task? TaskOf<TAwaiter>(ref TAwaiter awaiter) =>
        typeof(TAwaiter) == typeof(YieldAwaitable.YieldAwaiter) ? null : Unsafe.As<TAwaiter, Task>(ref awaiter);

    /// <summary>Whether an awaiter is one of .NET's own for tasks, or a yield.</summary>
    internal static bool IsKnown(Type awaiter) =>
        awaiter == typeof(TaskAwaiter) || awaiter == typeof(ConfiguredTaskAwaitable.ConfiguredTaskAwaiter)
        || awaiter == typeof(YieldAwaitable.YieldAwaiter)
        || (awaiter.IsGenericType && awaiter.GetGenericTypeDefinition() is { } definition
            && (definition == typeof(TaskAwaiter<>) || definition == typeof(ConfiguredTaskAwaitable<>.ConfiguredTaskAwaiter)));

    /// <summary>What stands in for an awaiter when the builder asks it to resume the method later.</summary>
    internal sealed class Resumption(Task? task, int site) : INotifyCompletion
    {
        public void OnCompleted(Action continuation)
        {
            try
            {
                Suspend(continuation);
            }
            catch (RunAbandoned)
            {
                // .NET's builder would throw it again on a thread of the real pool, which ends the process; at its next
                // step the method is told once more
            }
        }

        private void Suspend(Action continuation)
        {
            var me = Strand.Current!;
            if (task is null)
            {
                me.Step(new Operation(site) { Yields = true });
                Jobs.Start(me, continuation, null, site);
                return;
            }

            var context = SynchronizationContext.Current;
            var elsewhere = task.CreationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously);
            TaskState.Of(me.Run, task).Then(me, strand =>
            {
                if (context is not null)
                {
                    context.Post(static c => ((Action)c!)(), continuation);
                }
                else if (elsewhere || strand == me)
                {
                    Jobs.Start(strand, continuation, null, site);
                }
                else
                {
                    continuation();
                }
            });
        }
    }
}

/// <summary>Awaiters of tasks: looking whether the task is complete, and waiting for it where that is asked.</summary>
[Follows(typeof(TaskAwaiter))]
public static class TaskAwaiters
{
    /// <summary>Follows <see cref="TaskAwaiter.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref TaskAwaiter target, int site) => Look(ref target, site);

    /// <summary>Follows <see cref="TaskAwaiter.GetResult"/>.</summary>
    public static void GetResult(ref TaskAwaiter target, int site)
    {
        Await(ref target, site);
        target.GetResult();
    }

    /// <summary>Waits for a task and throws what it failed with.</summary>
    internal static void Finish(Task task)
    {
        var awaiter = task.GetAwaiter();
        GetResult(ref awaiter, -1);
    }

    internal static bool Look<TAwaiter>(ref TAwaiter target, int site)
    {
        var task = Awaits.TaskOf(ref target)!;
        if (Strand.Current is { } me)
        {
            TaskState.Of(me.Run, task).Look(me, site);
        }

        return task.IsCompleted;
    }

    /// <summary>After an await the task is complete; called by hand, this waits for it.</summary>
    internal static void Await<TAwaiter>(ref TAwaiter target, int site)
    {
        if (Strand.Current is { } me && Awaits.TaskOf(ref target) is { IsCompleted: false } task)
        {
            TaskState.Of(me.Run, task).Await(me, Timeout.InfiniteTimeSpan, site);
        }
    }
}

/// <summary>Awaiters of tasks with a result.</summary>
[Follows(typeof(TaskAwaiter<>))]
public static class TaskAwaiters<TResult>
{
    /// <summary>Follows <see cref="TaskAwaiter{TResult}.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref TaskAwaiter<TResult> target, int site) => TaskAwaiters.Look(ref target, site);

    /// <summary>Follows <see cref="TaskAwaiter{TResult}.GetResult"/>.</summary>
    public static TResult GetResult(ref TaskAwaiter<TResult> target, int site)
    {
        TaskAwaiters.Await(ref target, site);
        return target.GetResult();
    }
}

/// <summary>Awaiters of tasks after ConfigureAwait.</summary>
[Follows(typeof(ConfiguredTaskAwaitable.ConfiguredTaskAwaiter))]
public static class ConfiguredTaskAwaiters
{
    /// <summary>Follows <see cref="ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter target, int site) =>
        TaskAwaiters.Look(ref target, site);

    /// <summary>Follows <see cref="ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.GetResult"/>.</summary>
    public static void GetResult(ref ConfiguredTaskAwaitable.ConfiguredTaskAwaiter target, int site)
    {
        TaskAwaiters.Await(ref target, site);
        target.GetResult();
    }
}

/// <summary>Awaiters of tasks with a result after ConfigureAwait.</summary>
[Follows(typeof(ConfiguredTaskAwaitable<>.ConfiguredTaskAwaiter))]
public static class ConfiguredTaskAwaiters<TResult>
{
    /// <summary>Follows <see cref="ConfiguredTaskAwaitable{TResult}.ConfiguredTaskAwaiter.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter target, int site) =>
        TaskAwaiters.Look(ref target, site);

    /// <summary>Follows <see cref="ConfiguredTaskAwaitable{TResult}.ConfiguredTaskAwaiter.GetResult"/>.</summary>
    public static TResult GetResult(ref ConfiguredTaskAwaitable<TResult>.ConfiguredTaskAwaiter target, int site)
    {
        TaskAwaiters.Await(ref target, site);
        return target.GetResult();
    }
}
