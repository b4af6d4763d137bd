using Sensei.Running;

namespace Sensei.Primitives;

/// <content>What is to come after several tasks.</content>
public static partial class TaskFactories
{
    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll(Task[], Action{Task[]})"/>.</summary>
    public static Task ContinueWhenAll(TaskFactory target, Task[] tasks, Action<Task[]> continuationAction, int site) =>
        ContinueWhenAll(target, tasks, continuationAction, target.CancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll(Task[], Action{Task[]}, CancellationToken)"/>.</summary>
    public static Task ContinueWhenAll(TaskFactory target, Task[] tasks, Action<Task[]> continuationAction, CancellationToken cancellationToken, int site) =>
        ContinueWhenAll(target, tasks, continuationAction, cancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll(Task[], Action{Task[]}, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWhenAll(TaskFactory target, Task[] tasks, Action<Task[]> continuationAction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWhenAll(target, tasks, continuationAction, target.CancellationToken, continuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll(Task[], Action{Task[]}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWhenAll(
        TaskFactory target, Task[] tasks, Action<Task[]> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || tasks is null or [] || continuationAction is null
            ? target.ContinueWhenAll(tasks!, continuationAction!, cancellationToken, continuationOptions, scheduler)
            : Followers.AddAfter(Tasks.WhenAll(tasks, site), Tasks.Nothing(() => continuationAction(tasks)), continuationAction, cancellationToken, continuationOptions, scheduler, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll{TResult}(Task[], Func{Task[], TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory target, Task[] tasks, Func<Task[], TResult> continuationFunction, int site) =>
        ContinueWhenAll(target, tasks, continuationFunction, target.CancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll{TResult}(Task[], Func{Task[], TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory target, Task[] tasks, Func<Task[], TResult> continuationFunction, CancellationToken cancellationToken, int site) =>
        ContinueWhenAll(target, tasks, continuationFunction, cancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll{TResult}(Task[], Func{Task[], TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult>(TaskFactory target, Task[] tasks, Func<Task[], TResult> continuationFunction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWhenAll(target, tasks, continuationFunction, target.CancellationToken, continuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll{TResult}(Task[], Func{Task[], TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TResult>(
        TaskFactory target, Task[] tasks, Func<Task[], TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || tasks is null or [] || continuationFunction is null
            ? target.ContinueWhenAll(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler)
            : Followers.AddAfter(Tasks.WhenAll(tasks, site), () => continuationFunction(tasks), continuationFunction, cancellationToken, continuationOptions, scheduler, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}[]})"/>.</summary>
    public static Task ContinueWhenAll<TAntecedentResult>(TaskFactory target, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>[]> continuationAction, int site) =>
        ContinueWhenAll(target, tasks, continuationAction, target.CancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}[]}, CancellationToken)"/>.</summary>
    public static Task ContinueWhenAll<TAntecedentResult>(TaskFactory target, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>[]> continuationAction, CancellationToken cancellationToken, int site) =>
        ContinueWhenAll(target, tasks, continuationAction, cancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}[]}, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWhenAll<TAntecedentResult>(TaskFactory target, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>[]> continuationAction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWhenAll(target, tasks, continuationAction, target.CancellationToken, continuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}[]}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWhenAll<TAntecedentResult>(
        TaskFactory target, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>[]> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || tasks is null or [] || continuationAction is null
            ? target.ContinueWhenAll(tasks!, continuationAction!, cancellationToken, continuationOptions, scheduler)
            : Followers.AddAfter(Tasks.WhenAll((Task[])tasks, site), Tasks.Nothing(() => continuationAction(tasks)), continuationAction, cancellationToken, continuationOptions, scheduler, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(TaskFactory target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, int site) =>
        ContinueWhenAll(target, tasks, continuationFunction, target.CancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(TaskFactory target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, CancellationToken cancellationToken, int site) =>
        ContinueWhenAll(target, tasks, continuationFunction, cancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(TaskFactory target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWhenAll(target, tasks, continuationFunction, target.CancellationToken, continuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAll{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TAntecedentResult, TResult>(
        TaskFactory target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || tasks is null or [] || continuationFunction is null
            ? target.ContinueWhenAll(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler)
            : Followers.AddAfter(Tasks.WhenAll((Task[])tasks, site), () => continuationFunction(tasks), continuationFunction, cancellationToken, continuationOptions, scheduler, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny(Task[], Action{Task})"/>.</summary>
    public static Task ContinueWhenAny(TaskFactory target, Task[] tasks, Action<Task> continuationAction, int site) =>
        ContinueWhenAny(target, tasks, continuationAction, target.CancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny(Task[], Action{Task}, CancellationToken)"/>.</summary>
    public static Task ContinueWhenAny(TaskFactory target, Task[] tasks, Action<Task> continuationAction, CancellationToken cancellationToken, int site) =>
        ContinueWhenAny(target, tasks, continuationAction, cancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny(Task[], Action{Task}, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWhenAny(TaskFactory target, Task[] tasks, Action<Task> continuationAction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWhenAny(target, tasks, continuationAction, target.CancellationToken, continuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny(Task[], Action{Task}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWhenAny(
        TaskFactory target, Task[] tasks, Action<Task> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || tasks is null or [] || continuationAction is null
            ? target.ContinueWhenAny(tasks!, continuationAction!, cancellationToken, continuationOptions, scheduler)
            : Tasks.WhenAny(tasks, site) is var first ? Followers.AddAfter(first, Tasks.Nothing(() => continuationAction(first.Result)), continuationAction, cancellationToken, continuationOptions, scheduler, site) : null!;

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny{TResult}(Task[], Func{Task, TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory target, Task[] tasks, Func<Task, TResult> continuationFunction, int site) =>
        ContinueWhenAny(target, tasks, continuationFunction, target.CancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny{TResult}(Task[], Func{Task, TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory target, Task[] tasks, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, int site) =>
        ContinueWhenAny(target, tasks, continuationFunction, cancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny{TResult}(Task[], Func{Task, TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult>(TaskFactory target, Task[] tasks, Func<Task, TResult> continuationFunction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWhenAny(target, tasks, continuationFunction, target.CancellationToken, continuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny{TResult}(Task[], Func{Task, TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TResult>(
        TaskFactory target, Task[] tasks, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || tasks is null or [] || continuationFunction is null
            ? target.ContinueWhenAny(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler)
            : Tasks.WhenAny(tasks, site) is var first ? Followers.AddAfter(first, () => continuationFunction(first.Result), continuationFunction, cancellationToken, continuationOptions, scheduler, site) : null!;

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}})"/>.</summary>
    public static Task ContinueWhenAny<TAntecedentResult>(TaskFactory target, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>> continuationAction, int site) =>
        ContinueWhenAny(target, tasks, continuationAction, target.CancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}}, CancellationToken)"/>.</summary>
    public static Task ContinueWhenAny<TAntecedentResult>(TaskFactory target, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>> continuationAction, CancellationToken cancellationToken, int site) =>
        ContinueWhenAny(target, tasks, continuationAction, cancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}}, TaskContinuationOptions)"/>.</summary>
    public static Task ContinueWhenAny<TAntecedentResult>(TaskFactory target, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>> continuationAction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWhenAny(target, tasks, continuationAction, target.CancellationToken, continuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Action{Task{TAntecedentResult}}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task ContinueWhenAny<TAntecedentResult>(
        TaskFactory target, Task<TAntecedentResult>[] tasks, Action<Task<TAntecedentResult>> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || tasks is null or [] || continuationAction is null
            ? target.ContinueWhenAny(tasks!, continuationAction!, cancellationToken, continuationOptions, scheduler)
            : Tasks.WhenAny(tasks, site) is var first ? Followers.AddAfter(first, Tasks.Nothing(() => continuationAction(first.Result)), continuationAction, cancellationToken, continuationOptions, scheduler, site) : null!;

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(TaskFactory target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, int site) =>
        ContinueWhenAny(target, tasks, continuationFunction, target.CancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(TaskFactory target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, CancellationToken cancellationToken, int site) =>
        ContinueWhenAny(target, tasks, continuationFunction, cancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(TaskFactory target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWhenAny(target, tasks, continuationFunction, target.CancellationToken, continuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory.ContinueWhenAny{TAntecedentResult, TResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TAntecedentResult, TResult>(
        TaskFactory target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || tasks is null or [] || continuationFunction is null
            ? target.ContinueWhenAny(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler)
            : Tasks.WhenAny(tasks, site) is var first ? Followers.AddAfter(first, () => continuationFunction(first.Result), continuationFunction, cancellationToken, continuationOptions, scheduler, site) : null!;
}

/// <content>What is to come after several tasks, with a result.</content>
public static partial class TaskFactories<TResult>
{
    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAll(Task[], Func{Task[], TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAll(TaskFactory<TResult> target, Task[] tasks, Func<Task[], TResult> continuationFunction, int site) =>
        ContinueWhenAll(target, tasks, continuationFunction, target.CancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAll(Task[], Func{Task[], TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAll(TaskFactory<TResult> target, Task[] tasks, Func<Task[], TResult> continuationFunction, CancellationToken cancellationToken, int site) =>
        ContinueWhenAll(target, tasks, continuationFunction, cancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAll(Task[], Func{Task[], TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAll(TaskFactory<TResult> target, Task[] tasks, Func<Task[], TResult> continuationFunction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWhenAll(target, tasks, continuationFunction, target.CancellationToken, continuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAll(Task[], Func{Task[], TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAll(
        TaskFactory<TResult> target, Task[] tasks, Func<Task[], TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || tasks is null or [] || continuationFunction is null
            ? target.ContinueWhenAll(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler)
            : Followers.AddAfter(Tasks.WhenAll(tasks, site), () => continuationFunction(tasks), continuationFunction, cancellationToken, continuationOptions, scheduler, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TAntecedentResult>(TaskFactory<TResult> target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, int site) =>
        ContinueWhenAll(target, tasks, continuationFunction, target.CancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TAntecedentResult>(TaskFactory<TResult> target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, CancellationToken cancellationToken, int site) =>
        ContinueWhenAll(target, tasks, continuationFunction, cancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TAntecedentResult>(TaskFactory<TResult> target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWhenAll(target, tasks, continuationFunction, target.CancellationToken, continuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAll{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}[], TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAll<TAntecedentResult>(
        TaskFactory<TResult> target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>[], TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || tasks is null or [] || continuationFunction is null
            ? target.ContinueWhenAll(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler)
            : Followers.AddAfter(Tasks.WhenAll((Task[])tasks, site), () => continuationFunction(tasks), continuationFunction, cancellationToken, continuationOptions, scheduler, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAny(Task[], Func{Task, TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAny(TaskFactory<TResult> target, Task[] tasks, Func<Task, TResult> continuationFunction, int site) =>
        ContinueWhenAny(target, tasks, continuationFunction, target.CancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAny(Task[], Func{Task, TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAny(TaskFactory<TResult> target, Task[] tasks, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, int site) =>
        ContinueWhenAny(target, tasks, continuationFunction, cancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAny(Task[], Func{Task, TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAny(TaskFactory<TResult> target, Task[] tasks, Func<Task, TResult> continuationFunction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWhenAny(target, tasks, continuationFunction, target.CancellationToken, continuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAny(Task[], Func{Task, TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAny(
        TaskFactory<TResult> target, Task[] tasks, Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || tasks is null or [] || continuationFunction is null
            ? target.ContinueWhenAny(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler)
            : Tasks.WhenAny(tasks, site) is var first ? Followers.AddAfter(first, () => continuationFunction(first.Result), continuationFunction, cancellationToken, continuationOptions, scheduler, site) : null!;

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult})"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TAntecedentResult>(TaskFactory<TResult> target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, int site) =>
        ContinueWhenAny(target, tasks, continuationFunction, target.CancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TAntecedentResult>(TaskFactory<TResult> target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, CancellationToken cancellationToken, int site) =>
        ContinueWhenAny(target, tasks, continuationFunction, cancellationToken, target.ContinuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult}, TaskContinuationOptions)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TAntecedentResult>(TaskFactory<TResult> target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, TaskContinuationOptions continuationOptions, int site) =>
        ContinueWhenAny(target, tasks, continuationFunction, target.CancellationToken, continuationOptions, target.Scheduler ?? TaskScheduler.Default, site);

    /// <summary>Follows <see cref="TaskFactory{TResult}.ContinueWhenAny{TAntecedentResult}(Task{TAntecedentResult}[], Func{Task{TAntecedentResult}, TResult}, CancellationToken, TaskContinuationOptions, TaskScheduler)"/>.</summary>
    public static Task<TResult> ContinueWhenAny<TAntecedentResult>(
        TaskFactory<TResult> target, Task<TAntecedentResult>[] tasks, Func<Task<TAntecedentResult>, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler, int site) =>
        Strand.Current is null || tasks is null or [] || continuationFunction is null
            ? target.ContinueWhenAny(tasks!, continuationFunction!, cancellationToken, continuationOptions, scheduler)
            : Tasks.WhenAny(tasks, site) is var first ? Followers.AddAfter(first, () => continuationFunction(first.Result), continuationFunction, cancellationToken, continuationOptions, scheduler, site) : null!;
}
