using Sensei.Running;

namespace Sensei.Primitives;

/// <content>What is to come after a task.</content>
public static partial class Tasks
{
    /// <summary>Follows <see cref="Task.ContinueWith(Action{Task})"/>.</summary>
    public static Task ContinueWith(Task target, Action<Task> continuationAction, int site) =>
        ContinueWith(target, continuationAction, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task.ContinueWith(Action{Task}, CancellationToken)"/>.</summary>
    public static Task ContinueWith(Task target, Action<Task> continuationAction, CancellationToken cancellationToken, int site) =>
        ContinueWith(target, continuationAction, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task.ContinueWith(Action{Task}, TaskScheduler)"/>.</summary>
    public static Task ContinueWith(Task target, Action<Task> continuationAction, TaskScheduler scheduler, int site) =>
        ContinueWith(target, continuationAction, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>Follows <see cref="Task.ContinueWith(Action{Task}, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWith(Task target, Action<Task> continuationAction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWith(target, continuationAction, CancellationToken.None, continuationOptions, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task.ContinueWith(Action{Task}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWith(
        Task target, Action<Task> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || target is null || continuationAction is null
            ? target!.ContinueWith(continuationAction!, cancellationToken, continuationOptions, scheduler)
            : Followers.Add(target, Tasks.Nothing(() => continuationAction(target)), continuationAction, cancellationToken, continuationOptions, scheduler, null, site);

    /// <summary>Follows <see cref="Task.ContinueWith{TResult}(Func{Task, TResult})"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task target, Func<Task, TResult> continuationFunction, int site) =>
        ContinueWith(target, continuationFunction, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task.ContinueWith{TResult}(Func{Task, TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task target, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, int site) =>
        ContinueWith(target, continuationFunction, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task.ContinueWith{TResult}(Func{Task, TResult}, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task target, Func<Task, TResult> continuationFunction, TaskScheduler scheduler, int site) =>
        ContinueWith(target, continuationFunction, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>Follows <see cref="Task.ContinueWith{TResult}(Func{Task, TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task target, Func<Task, TResult> continuationFunction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWith(target, continuationFunction, CancellationToken.None, continuationOptions, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task.ContinueWith{TResult}(Func{Task, TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(
        Task target, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || target is null || continuationFunction is null
            ? target!.ContinueWith(continuationFunction!, cancellationToken, continuationOptions, scheduler)
            : Followers.Add(target, () => continuationFunction(target), continuationFunction, cancellationToken, continuationOptions, scheduler, null, site);

    /// <summary>Follows <see cref="Task.ContinueWith(Action{Task, object}, object)"/>.</summary>
    public static Task ContinueWith(Task target, Action<Task, object?> continuationAction, object? state, int site) =>
        ContinueWith(target, continuationAction, state, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task.ContinueWith(Action{Task, object}, object, CancellationToken)"/>.</summary>
    public static Task ContinueWith(Task target, Action<Task, object?> continuationAction, object? state, CancellationToken cancellationToken, int site) =>
        ContinueWith(target, continuationAction, state, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task.ContinueWith(Action{Task, object}, object, TaskScheduler)"/>.</summary>
    public static Task ContinueWith(Task target, Action<Task, object?> continuationAction, object? state, TaskScheduler scheduler, int site) =>
        ContinueWith(target, continuationAction, state, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>Follows <see cref="Task.ContinueWith(Action{Task, object}, object, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWith(Task target, Action<Task, object?> continuationAction, object? state, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWith(target, continuationAction, state, CancellationToken.None, continuationOptions, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task.ContinueWith(Action{Task, object}, object, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWith(
        Task target, Action<Task, object?> continuationAction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || target is null || continuationAction is null
            ? target!.ContinueWith(continuationAction!, state, cancellationToken, continuationOptions, scheduler)
            : Followers.Add(target, Tasks.Nothing(() => continuationAction(target, state)), continuationAction, cancellationToken, continuationOptions, scheduler, state, site);

    /// <summary>Follows <see cref="Task.ContinueWith{TResult}(Func{Task, object, TResult}, object)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task target, Func<Task, object?, TResult> continuationFunction, object? state, int site) =>
        ContinueWith(target, continuationFunction, state, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task.ContinueWith{TResult}(Func{Task, object, TResult}, object, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task target, Func<Task, object?, TResult> continuationFunction, object? state, CancellationToken cancellationToken, int site) =>
        ContinueWith(target, continuationFunction, state, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task.ContinueWith{TResult}(Func{Task, object, TResult}, object, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task target, Func<Task, object?, TResult> continuationFunction, object? state, TaskScheduler scheduler, int site) =>
        ContinueWith(target, continuationFunction, state, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>Follows <see cref="Task.ContinueWith{TResult}(Func{Task, object, TResult}, object, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task target, Func<Task, object?, TResult> continuationFunction, object? state, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWith(target, continuationFunction, state, CancellationToken.None, continuationOptions, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task.ContinueWith{TResult}(Func{Task, object, TResult}, object, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(
        Task target, Func<Task, object?, TResult> continuationFunction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || target is null || continuationFunction is null
            ? target!.ContinueWith(continuationFunction!, state, cancellationToken, continuationOptions, scheduler)
            : Followers.Add(target, () => continuationFunction(target, state), continuationFunction, cancellationToken, continuationOptions, scheduler, state, site);
}

/// <content>What is to come after a task with a result.</content>
public static partial class Tasks<TResult>
{
    /// <summary>Follows <see cref="Task{TResult}.ContinueWith(Action{Task{TResult}})"/>.</summary>
    public static Task ContinueWith(Task<TResult> target, Action<Task<TResult>> continuationAction, int site) =>
        ContinueWith(target, continuationAction, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith(Action{Task{TResult}}, CancellationToken)"/>.</summary>
    public static Task ContinueWith(Task<TResult> target, Action<Task<TResult>> continuationAction, CancellationToken cancellationToken, int site) =>
        ContinueWith(target, continuationAction, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith(Action{Task{TResult}}, TaskScheduler)"/>.</summary>
    public static Task ContinueWith(Task<TResult> target, Action<Task<TResult>> continuationAction, TaskScheduler scheduler, int site) =>
        ContinueWith(target, continuationAction, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith(Action{Task{TResult}}, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWith(Task<TResult> target, Action<Task<TResult>> continuationAction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWith(target, continuationAction, CancellationToken.None, continuationOptions, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith(Action{Task{TResult}}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWith(
        Task<TResult> target, Action<Task<TResult>> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || target is null || continuationAction is null
            ? target!.ContinueWith(continuationAction!, cancellationToken, continuationOptions, scheduler)
            : Followers.Add(target, Tasks.Nothing(() => continuationAction(target)), continuationAction, cancellationToken, continuationOptions, scheduler, null, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith{TNewResult}(Func{Task{TResult}, TNewResult})"/>.</summary>
    public static Task<TNewResult> ContinueWith<TNewResult>(Task<TResult> target, Func<Task<TResult>, TNewResult> continuationFunction, int site) =>
        ContinueWith(target, continuationFunction, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith{TNewResult}(Func{Task{TResult}, TNewResult}, CancellationToken)"/>.</summary>
    public static Task<TNewResult> ContinueWith<TNewResult>(Task<TResult> target, Func<Task<TResult>, TNewResult> continuationFunction, CancellationToken cancellationToken, int site) =>
        ContinueWith(target, continuationFunction, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith{TNewResult}(Func{Task{TResult}, TNewResult}, TaskScheduler)"/>.</summary>
    public static Task<TNewResult> ContinueWith<TNewResult>(Task<TResult> target, Func<Task<TResult>, TNewResult> continuationFunction, TaskScheduler scheduler, int site) =>
        ContinueWith(target, continuationFunction, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith{TNewResult}(Func{Task{TResult}, TNewResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TNewResult> ContinueWith<TNewResult>(Task<TResult> target, Func<Task<TResult>, TNewResult> continuationFunction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWith(target, continuationFunction, CancellationToken.None, continuationOptions, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith{TNewResult}(Func{Task{TResult}, TNewResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TNewResult> ContinueWith<TNewResult>(
        Task<TResult> target, Func<Task<TResult>, TNewResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || target is null || continuationFunction is null
            ? target!.ContinueWith(continuationFunction!, cancellationToken, continuationOptions, scheduler)
            : Followers.Add(target, () => continuationFunction(target), continuationFunction, cancellationToken, continuationOptions, scheduler, null, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith(Action{Task{TResult}, object}, object)"/>.</summary>
    public static Task ContinueWith(Task<TResult> target, Action<Task<TResult>, object?> continuationAction, object? state, int site) =>
        ContinueWith(target, continuationAction, state, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith(Action{Task{TResult}, object}, object, CancellationToken)"/>.</summary>
    public static Task ContinueWith(Task<TResult> target, Action<Task<TResult>, object?> continuationAction, object? state, CancellationToken cancellationToken, int site) =>
        ContinueWith(target, continuationAction, state, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith(Action{Task{TResult}, object}, object, TaskScheduler)"/>.</summary>
    public static Task ContinueWith(Task<TResult> target, Action<Task<TResult>, object?> continuationAction, object? state, TaskScheduler scheduler, int site) =>
        ContinueWith(target, continuationAction, state, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith(Action{Task{TResult}, object}, object, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWith(Task<TResult> target, Action<Task<TResult>, object?> continuationAction, object? state, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWith(target, continuationAction, state, CancellationToken.None, continuationOptions, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith(Action{Task{TResult}, object}, object, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWith(
        Task<TResult> target, Action<Task<TResult>, object?> continuationAction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || target is null || continuationAction is null
            ? target!.ContinueWith(continuationAction!, state, cancellationToken, continuationOptions, scheduler)
            : Followers.Add(target, Tasks.Nothing(() => continuationAction(target, state)), continuationAction, cancellationToken, continuationOptions, scheduler, state, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith{TNewResult}(Func{Task{TResult}, object, TNewResult}, object)"/>.</summary>
    public static Task<TNewResult> ContinueWith<TNewResult>(Task<TResult> target, Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, int site) =>
        ContinueWith(target, continuationFunction, state, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith{TNewResult}(Func{Task{TResult}, object, TNewResult}, object, CancellationToken)"/>.</summary>
    public static Task<TNewResult> ContinueWith<TNewResult>(Task<TResult> target, Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, CancellationToken cancellationToken, int site) =>
        ContinueWith(target, continuationFunction, state, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith{TNewResult}(Func{Task{TResult}, object, TNewResult}, object, TaskScheduler)"/>.</summary>
    public static Task<TNewResult> ContinueWith<TNewResult>(Task<TResult> target, Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, TaskScheduler scheduler, int site) =>
        ContinueWith(target, continuationFunction, state, CancellationToken.None, TaskContinuationOptions.None, scheduler, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith{TNewResult}(Func{Task{TResult}, object, TNewResult}, object, TaskContinuationOptions)"/>.</summary>
    public static Task<TNewResult> ContinueWith<TNewResult>(Task<TResult> target, Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWith(target, continuationFunction, state, CancellationToken.None, continuationOptions, TaskScheduler.Default, site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith{TNewResult}(Func{Task{TResult}, object, TNewResult}, object, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TNewResult> ContinueWith<TNewResult>(
        Task<TResult> target, Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || target is null || continuationFunction is null
            ? target!.ContinueWith(continuationFunction!, state, cancellationToken, continuationOptions, scheduler)
            : Followers.Add(target, () => continuationFunction(target, state), continuationFunction, cancellationToken, continuationOptions, scheduler, state, site);
}
