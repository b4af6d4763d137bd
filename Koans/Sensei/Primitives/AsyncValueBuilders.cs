using System.Runtime.CompilerServices;

namespace Sensei.Primitives;

/// <summary>Async methods that return a <see cref="ValueTask"/>: a task where they wait for something, and nothing else.</summary>
[Follows(typeof(AsyncValueTaskMethodBuilder))]
public static class AsyncValueTaskBuilders
{
    /// <summary>Follows <see cref="AsyncValueTaskMethodBuilder.AwaitOnCompleted"/>.</summary>
    public static void AwaitOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncValueTaskMethodBuilder target, ref TAwaiter awaiter, ref TStateMachine stateMachine, int site)
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

    /// <summary>Follows <see cref="AsyncValueTaskMethodBuilder.AwaitUnsafeOnCompleted"/>.</summary>
    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncValueTaskMethodBuilder target, ref TAwaiter awaiter, ref TStateMachine stateMachine, int site)
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

    /// <summary>Follows <see cref="AsyncValueTaskMethodBuilder.SetResult"/>.</summary>
    public static void SetResult(ref AsyncValueTaskMethodBuilder target, int site)
    {
        // makes the task, so that the copy has it too
        _ = target.Task;
        var builder = target;
        Builders.Complete(target.Task.AsTask(), () => builder.SetResult(), site);
    }

    /// <summary>Follows <see cref="AsyncValueTaskMethodBuilder.SetException"/>.</summary>
    public static void SetException(ref AsyncValueTaskMethodBuilder target, Exception exception, int site)
    {
        _ = target.Task;
        var builder = target;
        Builders.Fail(target.Task.AsTask(), () => builder.SetException(exception), exception, site);
    }
}

/// <summary>Async methods that return a <see cref="ValueTask{TResult}"/>.</summary>
[Follows(typeof(AsyncValueTaskMethodBuilder<>))]
public static class AsyncValueTaskBuilders<TResult>
{
    /// <summary>Follows <see cref="AsyncValueTaskMethodBuilder{TResult}.AwaitOnCompleted"/>.</summary>
    public static void AwaitOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncValueTaskMethodBuilder<TResult> target, ref TAwaiter awaiter, ref TStateMachine stateMachine, int site)
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

    /// <summary>Follows <see cref="AsyncValueTaskMethodBuilder{TResult}.AwaitUnsafeOnCompleted"/>.</summary>
    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncValueTaskMethodBuilder<TResult> target, ref TAwaiter awaiter, ref TStateMachine stateMachine, int site)
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

    /// <summary>Follows <see cref="AsyncValueTaskMethodBuilder{TResult}.SetResult"/>.</summary>
    public static void SetResult(ref AsyncValueTaskMethodBuilder<TResult> target, TResult result, int site)
    {
        // makes the task, so that the copy has it too
        _ = target.Task;
        var builder = target;
        Builders.Complete(target.Task.AsTask(), () => builder.SetResult(result), site);
    }

    /// <summary>Follows <see cref="AsyncValueTaskMethodBuilder{TResult}.SetException"/>.</summary>
    public static void SetException(ref AsyncValueTaskMethodBuilder<TResult> target, Exception exception, int site)
    {
        _ = target.Task;
        var builder = target;
        Builders.Fail(target.Task.AsTask(), () => builder.SetException(exception), exception, site);
    }
}

/// <summary>Methods with <c>await</c> and <c>yield return</c>: they go on when the next item is asked for.</summary>
[Follows(typeof(AsyncIteratorMethodBuilder))]
public static class AsyncIteratorBuilders
{
    /// <summary>Follows <see cref="AsyncIteratorMethodBuilder.AwaitOnCompleted"/>.</summary>
    public static void AwaitOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncIteratorMethodBuilder target, ref TAwaiter awaiter, ref TStateMachine stateMachine, int site)
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

    /// <summary>Follows <see cref="AsyncIteratorMethodBuilder.AwaitUnsafeOnCompleted"/>.</summary>
    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncIteratorMethodBuilder target, ref TAwaiter awaiter, ref TStateMachine stateMachine, int site)
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
}
