using System.Runtime.CompilerServices;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>Async methods that return a <see cref="Task"/>.</summary>
[Follows(typeof(AsyncTaskMethodBuilder))]
public static class AsyncTaskBuilders
{
    /// <summary>Follows <see cref="AsyncTaskMethodBuilder.AwaitOnCompleted"/>.</summary>
    public static void AwaitOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncTaskMethodBuilder target, ref TAwaiter awaiter, ref TStateMachine stateMachine, int site)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (Awaits.On(ref awaiter, site) is { } resumption)
        {
            target.AwaitOnCompleted(ref resumption, ref stateMachine);
        }
        else
        {
            target.AwaitOnCompleted(ref awaiter, ref stateMachine);
        }
    }

    /// <summary>Follows <see cref="AsyncTaskMethodBuilder.AwaitUnsafeOnCompleted"/>.</summary>
    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncTaskMethodBuilder target, ref TAwaiter awaiter, ref TStateMachine stateMachine, int site)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (Awaits.On(ref awaiter, site) is { } resumption)
        {
            target.AwaitOnCompleted(ref resumption, ref stateMachine);
        }
        else
        {
            target.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        }
    }

    /// <summary>Follows <see cref="AsyncTaskMethodBuilder.SetResult"/>.</summary>
    public static void SetResult(ref AsyncTaskMethodBuilder target, int site)
    {
        // makes the task, so that the copy has it too
        _ = target.Task;
        var builder = target;
        Builders.Complete(target.Task, () => builder.SetResult(), site);
    }

    /// <summary>Follows <see cref="AsyncTaskMethodBuilder.SetException"/>.</summary>
    public static void SetException(ref AsyncTaskMethodBuilder target, Exception exception, int site)
    {
        _ = target.Task;
        var builder = target;
        Builders.Fail(target.Task, () => builder.SetException(exception), exception, site);
    }
}

/// <summary>Async methods that return a <see cref="Task{TResult}"/>.</summary>
[Follows(typeof(AsyncTaskMethodBuilder<>))]
public static class AsyncTaskBuilders<TResult>
{
    /// <summary>Follows <see cref="AsyncTaskMethodBuilder{TResult}.AwaitOnCompleted"/>.</summary>
    public static void AwaitOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncTaskMethodBuilder<TResult> target, ref TAwaiter awaiter, ref TStateMachine stateMachine, int site)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (Awaits.On(ref awaiter, site) is { } resumption)
        {
            target.AwaitOnCompleted(ref resumption, ref stateMachine);
        }
        else
        {
            target.AwaitOnCompleted(ref awaiter, ref stateMachine);
        }
    }

    /// <summary>Follows <see cref="AsyncTaskMethodBuilder{TResult}.AwaitUnsafeOnCompleted"/>.</summary>
    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncTaskMethodBuilder<TResult> target, ref TAwaiter awaiter, ref TStateMachine stateMachine, int site)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (Awaits.On(ref awaiter, site) is { } resumption)
        {
            target.AwaitOnCompleted(ref resumption, ref stateMachine);
        }
        else
        {
            target.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        }
    }

    /// <summary>Follows <see cref="AsyncTaskMethodBuilder{TResult}.SetResult"/>.</summary>
    public static void SetResult(ref AsyncTaskMethodBuilder<TResult> target, TResult result, int site)
    {
        // makes the task, so that the copy has it too
        _ = target.Task;
        var builder = target;
        Builders.Complete(target.Task, () => builder.SetResult(result), site);
    }

    /// <summary>Follows <see cref="AsyncTaskMethodBuilder{TResult}.SetException"/>.</summary>
    public static void SetException(ref AsyncTaskMethodBuilder<TResult> target, Exception exception, int site)
    {
        _ = target.Task;
        var builder = target;
        Builders.Fail(target.Task, () => builder.SetException(exception), exception, site);
    }
}

/// <summary>Async methods that return nothing: nobody can wait for them, and an exception that leaves one ends the process.</summary>
[Follows(typeof(AsyncVoidMethodBuilder))]
public static class AsyncVoidBuilders
{
    /// <summary>Follows <see cref="AsyncVoidMethodBuilder.AwaitOnCompleted"/>.</summary>
    public static void AwaitOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncVoidMethodBuilder target, ref TAwaiter awaiter, ref TStateMachine stateMachine, int site)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (Awaits.On(ref awaiter, site) is { } resumption)
        {
            target.AwaitOnCompleted(ref resumption, ref stateMachine);
        }
        else
        {
            target.AwaitOnCompleted(ref awaiter, ref stateMachine);
        }
    }

    /// <summary>Follows <see cref="AsyncVoidMethodBuilder.AwaitUnsafeOnCompleted"/>.</summary>
    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncVoidMethodBuilder target, ref TAwaiter awaiter, ref TStateMachine stateMachine, int site)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (Awaits.On(ref awaiter, site) is { } resumption)
        {
            target.AwaitOnCompleted(ref resumption, ref stateMachine);
        }
        else
        {
            target.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        }
    }

    /// <summary>Follows <see cref="AsyncVoidMethodBuilder.SetResult"/>.</summary>
    public static void SetResult(ref AsyncVoidMethodBuilder target, int site)
    {
        var context = Strand.Current is null ? null : Left(ref target);
        target.SetResult();
        context?.OperationCompleted();
    }

    /// <summary>Follows <see cref="AsyncVoidMethodBuilder.SetException"/>: thrown where the method was called, or on the pool.</summary>
    public static void SetException(ref AsyncVoidMethodBuilder target, Exception exception, int site)
    {
        if (Strand.Current is not { } me)
        {
            target.SetException(exception);
            return;
        }

        var context = Left(ref target);
        target.SetResult();
        if (context is null)
        {
            me.Step(new Operation(site));
            Jobs.Start(me, () => throw exception, null, site);
        }
        else
        {
            Contexts.Post(context, _ => throw exception, null, site);
            context.OperationCompleted();
        }
    }

    /// <summary>
    /// Takes the context from a method that ends. .NET would tell it of the end where the end of a run cannot get through.
    /// </summary>
    private static SynchronizationContext? Left(ref AsyncVoidMethodBuilder target)
    {
        ref var field = ref ContextOf(ref target);
        var context = field;
        field = null;
        return context;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_synchronizationContext")]
    private static extern ref SynchronizationContext? ContextOf(ref AsyncVoidMethodBuilder builder);
}

/// <summary>What the builders share.</summary>
internal static class Builders
{
    /// <summary>An exception leaves the method: whoever awaits it meets it again, but this is where it stops.</summary>
    internal static void Fail(Task task, Action complete, Exception exception, int site)
    {
        if (Strand.Current is { Run.Recorder: { } recorder } me && exception is not OperationCanceledException)
        {
            recorder.Failed(me, exception);
        }

        Complete(task, complete, site);
    }

    internal static void Complete(Task task, Action complete, int site)
    {
        if (Strand.Current is { } me)
        {
            TaskState.Of(me.Run, task).Complete(me, complete, site);
        }
        else
        {
            complete();
        }
    }
}
