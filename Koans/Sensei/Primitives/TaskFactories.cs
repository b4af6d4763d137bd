using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="TaskFactory"/>: work on the pool, with what the factory was made with.</summary>
[Follows(typeof(TaskFactory))]
public static partial class TaskFactories
{
    /// <summary>Follows <see cref="TaskFactory.StartNew(Action)"/>.</summary>
    public static Task StartNew(TaskFactory target, Action action, int site) =>
        StartNew(target, action, target.CancellationToken, target.CreationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew(Action, CancellationToken)"/>.</summary>
    public static Task StartNew(TaskFactory target, Action action, CancellationToken cancellationToken, int site) =>
        StartNew(target, action, cancellationToken, target.CreationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew(Action, TaskCreationOptions)"/>.</summary>
    public static Task StartNew(TaskFactory target, Action action, TaskCreationOptions creationOptions, int site) =>
        StartNew(target, action, target.CancellationToken, creationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew(Action, CancellationToken, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task StartNew(
        TaskFactory target, Action action, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || action is null
            ? target.StartNew(action!, cancellationToken, creationOptions, scheduler)
            : Jobs.Run(Tasks.Nothing(action), action, site, cancellationToken, creationOptions, null, scheduler);

    /// <summary>Follows <see cref="TaskFactory.StartNew(Action{object}, object)"/>.</summary>
    public static Task StartNew(TaskFactory target, Action<object?> action, object? state, int site) =>
        StartNew(target, action, state, target.CancellationToken, target.CreationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew(Action{object}, object, CancellationToken)"/>.</summary>
    public static Task StartNew(TaskFactory target, Action<object?> action, object? state, CancellationToken cancellationToken, int site) =>
        StartNew(target, action, state, cancellationToken, target.CreationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew(Action{object}, object, TaskCreationOptions)"/>.</summary>
    public static Task StartNew(TaskFactory target, Action<object?> action, object? state, TaskCreationOptions creationOptions, int site) =>
        StartNew(target, action, state, target.CancellationToken, creationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew(Action{object}, object, CancellationToken, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task StartNew(
        TaskFactory target, Action<object?> action, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || action is null
            ? target.StartNew(action!, state, cancellationToken, creationOptions, scheduler)
            : Jobs.Run(Tasks.Nothing(() => action(state)), action, site, cancellationToken, creationOptions, state, scheduler);

    /// <summary>Follows <see cref="TaskFactory.StartNew{TResult}(Func{TResult})"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory target, Func<TResult> function, int site) =>
        StartNew(target, function, target.CancellationToken, target.CreationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew{TResult}(Func{TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory target, Func<TResult> function, CancellationToken cancellationToken, int site) =>
        StartNew(target, function, cancellationToken, target.CreationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew{TResult}(Func{TResult}, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory target, Func<TResult> function, TaskCreationOptions creationOptions, int site) =>
        StartNew(target, function, target.CancellationToken, creationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew{TResult}(Func{TResult}, CancellationToken, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(
        TaskFactory target, Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || function is null
            ? target.StartNew(function!, cancellationToken, creationOptions, scheduler)
            : Jobs.Run(function, function, site, cancellationToken, creationOptions, null, scheduler);

    /// <summary>Follows <see cref="TaskFactory.StartNew{TResult}(Func{object, TResult}, object)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory target, Func<object?, TResult> function, object? state, int site) =>
        StartNew(target, function, state, target.CancellationToken, target.CreationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew{TResult}(Func{object, TResult}, object, CancellationToken)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory target, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, int site) =>
        StartNew(target, function, state, cancellationToken, target.CreationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew{TResult}(Func{object, TResult}, object, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(TaskFactory target, Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions, int site) =>
        StartNew(target, function, state, target.CancellationToken, creationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.StartNew{TResult}(Func{object, TResult}, object, CancellationToken, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> StartNew<TResult>(
        TaskFactory target, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || function is null
            ? target.StartNew(function!, state, cancellationToken, creationOptions, scheduler)
            : Jobs.Run(() => function(state), function, site, cancellationToken, creationOptions, state, scheduler);
}

/// <summary><see cref="TaskFactory{TResult}"/>.</summary>
[Follows(typeof(TaskFactory<>))]
public static partial class TaskFactories<TResult>
{
    /// <summary>Follows <see cref="TaskFactory{TResult}.StartNew(Func{TResult})"/>.</summary>
    public static Task<TResult> StartNew(TaskFactory<TResult> target, Func<TResult> function, int site) =>
        StartNew(target, function, target.CancellationToken, target.CreationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.StartNew(Func{TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> StartNew(TaskFactory<TResult> target, Func<TResult> function, CancellationToken cancellationToken, int site) =>
        StartNew(target, function, cancellationToken, target.CreationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.StartNew(Func{TResult}, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> StartNew(TaskFactory<TResult> target, Func<TResult> function, TaskCreationOptions creationOptions, int site) =>
        StartNew(target, function, target.CancellationToken, creationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.StartNew(Func{TResult}, CancellationToken, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> StartNew(
        TaskFactory<TResult> target, Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || function is null
            ? target.StartNew(function!, cancellationToken, creationOptions, scheduler)
            : Jobs.Run(function, function, site, cancellationToken, creationOptions, null, scheduler);

    /// <summary>Follows <see cref="TaskFactory{TResult}.StartNew(Func{object, TResult}, object)"/>.</summary>
    public static Task<TResult> StartNew(TaskFactory<TResult> target, Func<object?, TResult> function, object? state, int site) =>
        StartNew(target, function, state, target.CancellationToken, target.CreationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.StartNew(Func{object, TResult}, object, CancellationToken)"/>.</summary>
    public static Task<TResult> StartNew(TaskFactory<TResult> target, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, int site) =>
        StartNew(target, function, state, cancellationToken, target.CreationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.StartNew(Func{object, TResult}, object, TaskCreationOptions)"/>.</summary>
    public static Task<TResult> StartNew(TaskFactory<TResult> target, Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions, int site) =>
        StartNew(target, function, state, target.CancellationToken, creationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.StartNew(Func{object, TResult}, object, CancellationToken, TaskCreationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> StartNew(
        TaskFactory<TResult> target, Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || function is null
            ? target.StartNew(function!, state, cancellationToken, creationOptions, scheduler)
            : Jobs.Run(() => function(state), function, site, cancellationToken, creationOptions, state, scheduler);
}
