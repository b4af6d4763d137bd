using System.Runtime.CompilerServices;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="Task"/>: work on the pool, and waiting for it.</summary>
[Follows(typeof(Task))]
public static class Tasks
{
    /// <summary>Follows <see cref="Task.Run(Action)"/>.</summary>
    public static Task Run(Action action, int site) =>
        Strand.Current is null ? Task.Run(action) : Jobs.Run(Nothing(action), action, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="Task.Run(Action, CancellationToken)"/>.</summary>
    public static Task Run(Action action, CancellationToken cancellationToken, int site) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Run(action, site);

    /// <summary>Follows <see cref="Task.Run{TResult}(Func{TResult})"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<TResult> function, int site) =>
        Strand.Current is null ? Task.Run(function) : Jobs.Run(function, function, TaskCreationOptions.None, site);

    /// <summary>Follows <see cref="Task.Run{TResult}(Func{TResult}, CancellationToken)"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<TResult> function, CancellationToken cancellationToken, int site) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<TResult>(cancellationToken) : Run(function, site);

    /// <summary>Follows <see cref="Task.Run(Func{Task})"/>.</summary>
    public static Task Run(Func<Task?> function, int site) =>
        Strand.Current is null
            ? Task.Run(function)
            : Jobs.Unwrap(Jobs.Run(() => Results.None(function() ?? Task.FromCanceled(new CancellationToken(true)), site), function, TaskCreationOptions.None, site), site);

    /// <summary>Follows <see cref="Task.Run(Func{Task}, CancellationToken)"/>.</summary>
    public static Task Run(Func<Task?> function, CancellationToken cancellationToken, int site) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Run(function, site);

    /// <summary>Follows <see cref="Task.Run{TResult}(Func{Task{TResult}})"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<Task<TResult>?> function, int site) =>
        Strand.Current is null
            ? Task.Run(function)
            : Jobs.Unwrap(Jobs.Run(() => function()!, function, TaskCreationOptions.None, site), site);

    /// <summary>Follows <see cref="Task.Run{TResult}(Func{Task{TResult}}, CancellationToken)"/>.</summary>
    public static Task<TResult> Run<TResult>(Func<Task<TResult>?> function, CancellationToken cancellationToken, int site) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<TResult>(cancellationToken) : Run(function, site);

    /// <summary>Follows <see cref="Task.Wait()"/>.</summary>
    public static void Wait(Task target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            TaskState.Of(me.Run, target).Await(me, Timeout.InfiniteTimeSpan, site);
        }

        target!.Wait();
    }

    /// <summary>Follows <see cref="Task.Wait(int)"/>.</summary>
    public static bool Wait(Task target, int millisecondsTimeout, int site) =>
        Wait(target, Clocks.Milliseconds(millisecondsTimeout), site);

    /// <summary>Follows <see cref="Task.Wait(TimeSpan)"/>.</summary>
    public static bool Wait(Task target, TimeSpan timeout, int site)
    {
        if (target is null || Strand.Current is not { } me || timeout < Timeout.InfiniteTimeSpan)
        {
            return target!.Wait(timeout);
        }

        return TaskState.Of(me.Run, target).Await(me, timeout, site) && target.Wait(0);
    }

    /// <summary>Follows <see cref="Task.WaitAll(Task[])"/>.</summary>
    public static void WaitAll(Task[] tasks, int site)
    {
        if (Strand.Current is { } me)
        {
            foreach (var task in tasks)
            {
                TaskState.Of(me.Run, task).Await(me, Timeout.InfiniteTimeSpan, site);
            }
        }

        Task.WaitAll(tasks);
    }

    /// <summary>Follows <see cref="Task.WaitAll(ReadOnlySpan{Task})"/>.</summary>
    public static void WaitAll(ReadOnlySpan<Task> tasks, int site) => WaitAll(tasks.ToArray(), site);

    /// <summary>Follows <see cref="Task.WaitAny(Task[])"/>.</summary>
    public static int WaitAny(Task[] tasks, int site)
    {
        if (Strand.Current is { } me && tasks.Length > 0)
        {
            var states = Array.ConvertAll(tasks, t => TaskState.Of(me.Run, t));
            me.Step(new Operation(site, states[0].Location, Access.Read, new AnyGate(states))
            {
                More = [.. states.Skip(1).Select(s => (s.Location, Access.Read))],
            });
        }

        return Task.WaitAny(tasks);
    }

    /// <summary>Follows <see cref="Task.IsCompleted"/>.</summary>
    public static bool get_IsCompleted(Task target, int site) => Look(target, site).IsCompleted;

    /// <summary>Follows <see cref="Task.IsCompletedSuccessfully"/>.</summary>
    public static bool get_IsCompletedSuccessfully(Task target, int site) => Look(target, site).IsCompletedSuccessfully;

    /// <summary>Follows <see cref="Task.IsFaulted"/>.</summary>
    public static bool get_IsFaulted(Task target, int site) => Look(target, site).IsFaulted;

    /// <summary>Follows <see cref="Task.IsCanceled"/>.</summary>
    public static bool get_IsCanceled(Task target, int site) => Look(target, site).IsCanceled;

    /// <summary>Follows <see cref="Task.Status"/>.</summary>
    public static TaskStatus get_Status(Task target, int site) => Look(target, site).Status;

    /// <summary>Follows <see cref="Task.Exception"/>.</summary>
    public static AggregateException? get_Exception(Task target, int site) => Look(target, site).Exception;

    /// <summary>Follows <see cref="Task.Delay(int)"/>: virtual time, that may be over at any moment.</summary>
    public static Task Delay(int millisecondsDelay, int site) => Delay(Clocks.Milliseconds(millisecondsDelay), site);

    /// <summary>Follows <see cref="Task.Delay(TimeSpan)"/>.</summary>
    public static Task Delay(TimeSpan delay, int site)
    {
        if (Strand.Current is not { } me || delay == TimeSpan.Zero || delay < Timeout.InfiniteTimeSpan)
        {
            return Task.Delay(delay);
        }

        var source = new TaskCompletionSource();
        if (!Clocks.IsForEver(delay))
        {
            var state = TaskState.Of(me.Run, source.Task);
            var timer = Jobs.Start(
                me,
                () =>
                {
                    var clock = Strand.Current!;
                    clock.Step(new Operation(site) { Yields = true });
                    Clocks.Pass(clock, delay);
                    state.Complete(clock, source.SetResult, site);
                },
                null,
                site);
            timer.FallbackName = "a delay";
        }

        return source.Task;
    }

    /// <summary>Follows <see cref="Task.WhenAll(Task[])"/>.</summary>
    public static Task WhenAll(Task[] tasks, int site)
    {
        if (Strand.Current is null)
        {
            return Task.WhenAll(tasks);
        }

        var source = new TaskCompletionSource();
        After(tasks, () => source.SetFromTask(Task.WhenAll(tasks)), source.Task, site);
        return source.Task;
    }

    /// <summary>Follows <see cref="Task.WhenAll(IEnumerable{Task})"/>.</summary>
    public static Task WhenAll(IEnumerable<Task> tasks, int site) => WhenAll(tasks.ToArray(), site);

    /// <summary>Follows <see cref="Task.WhenAll(ReadOnlySpan{Task})"/>.</summary>
    public static Task WhenAll(ReadOnlySpan<Task> tasks, int site) => WhenAll(tasks.ToArray(), site);

    /// <summary>Follows <see cref="Task.WhenAll{TResult}(Task{TResult}[])"/>.</summary>
    public static Task<TResult[]> WhenAll<TResult>(Task<TResult>[] tasks, int site)
    {
        if (Strand.Current is null)
        {
            return Task.WhenAll(tasks);
        }

        var source = new TaskCompletionSource<TResult[]>();
        After(tasks, () => source.SetFromTask(Task.WhenAll(tasks)), source.Task, site);
        return source.Task;
    }

    /// <summary>Follows <see cref="Task.WhenAll{TResult}(IEnumerable{Task{TResult}})"/>.</summary>
    public static Task<TResult[]> WhenAll<TResult>(IEnumerable<Task<TResult>> tasks, int site) => WhenAll(tasks.ToArray(), site);

    /// <summary>Follows <see cref="Task.WhenAll{TResult}(ReadOnlySpan{Task{TResult}})"/>.</summary>
    public static Task<TResult[]> WhenAll<TResult>(ReadOnlySpan<Task<TResult>> tasks, int site) => WhenAll(tasks.ToArray(), site);

    /// <summary>Follows <see cref="Task.WhenAny(Task[])"/>.</summary>
    public static Task<Task> WhenAny(Task[] tasks, int site) => Any(tasks, site);

    /// <summary>Follows <see cref="Task.WhenAny(Task, Task)"/>.</summary>
    public static Task<Task> WhenAny(Task task1, Task task2, int site) => Any([task1, task2], site);

    /// <summary>Follows <see cref="Task.WhenAny(IEnumerable{Task})"/>.</summary>
    public static Task<Task> WhenAny(IEnumerable<Task> tasks, int site) => Any(tasks.ToArray(), site);

    /// <summary>Follows <see cref="Task.WhenAny{TResult}(Task{TResult}[])"/>.</summary>
    public static Task<Task<TResult>> WhenAny<TResult>(Task<TResult>[] tasks, int site) => Any(tasks, site);

    /// <summary>Follows <see cref="Task.WhenAny{TResult}(Task{TResult}, Task{TResult})"/>.</summary>
    public static Task<Task<TResult>> WhenAny<TResult>(Task<TResult> task1, Task<TResult> task2, int site) => Any([task1, task2], site);

    /// <summary>Follows <see cref="Task.WhenAny{TResult}(IEnumerable{Task{TResult}})"/>.</summary>
    public static Task<Task<TResult>> WhenAny<TResult>(IEnumerable<Task<TResult>> tasks, int site) => Any(tasks.ToArray(), site);

    /// <summary>Follows <see cref="Task.ContinueWith(Action{Task})"/>.</summary>
    public static Task ContinueWith(Task target, Action<Task> continuationAction, int site) =>
        Results.Continue(
            target,
            () =>
            {
                continuationAction(target);
                return default(Results.Nothing);
            },
            continuationAction,
            site);

    /// <summary>Follows <see cref="Task.ContinueWith{TResult}(Func{Task, TResult})"/>.</summary>
    public static Task<TResult> ContinueWith<TResult>(Task target, Func<Task, TResult> continuationFunction, int site) =>
        Results.Continue(target, () => continuationFunction(target), continuationFunction, site);

    internal static Func<Results.Nothing> Nothing(Action action) => () =>
    {
        action();
        return default;
    };

    private static Task Look(Task target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            TaskState.Of(me.Run, target).Look(me, site);
        }

        return target!;
    }

    private static void After(Task[] tasks, Action complete, Task whole, int site)
    {
        var me = Strand.Current!;
        var state = TaskState.Of(me.Run, whole);
        var missing = 1;
        void Arrive(Strand strand)
        {
            if (--missing == 0)
            {
                state.Complete(strand, complete, site);
            }
            else
            {
                strand.Run.Races?.Gave(strand, state.Location);
            }
        }

        foreach (var task in tasks)
        {
            var part = TaskState.Of(me.Run, task);
            part.Look(me, site);
            missing++;
            part.Then(me, Arrive);
        }

        Arrive(me);
    }

    private static Task<T> Any<T>(T[] tasks, int site)
        where T : Task
    {
        if (Strand.Current is not { } me)
        {
            return (Task<T>)(object)Task.WhenAny(tasks);
        }

        var source = new TaskCompletionSource<T>();
        var state = TaskState.Of(me.Run, source.Task);
        foreach (var task in tasks)
        {
            var part = TaskState.Of(me.Run, task);
            part.Look(me, site);
            part.Then(me, strand =>
            {
                if (!source.Task.IsCompleted)
                {
                    state.Complete(strand, () => source.SetResult(task), site);
                }
            });
        }

        return source.Task;
    }

    private sealed class AnyGate(TaskState[] states) : IGate
    {
        public bool IsOpen(Strand strand) => Array.Exists(states, s => s.Task.IsCompleted);

        public Waiting Describe(Strand strand) => states[0].Describe(strand);
    }
}

/// <summary><see cref="Task{TResult}"/>: the result of work on the pool.</summary>
[Follows(typeof(Task<>))]
public static class Tasks<TResult>
{
    /// <summary>Follows <see cref="Task{TResult}.Result"/>.</summary>
    public static TResult get_Result(Task<TResult> target, int site)
    {
        if (target is not null && Strand.Current is { } me)
        {
            TaskState.Of(me.Run, target).Await(me, Timeout.InfiniteTimeSpan, site);
        }

        return target!.Result;
    }

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith(Action{Task{TResult}})"/>.</summary>
    public static Task ContinueWith(Task<TResult> target, Action<Task<TResult>> continuationAction, int site) =>
        Results.Continue(
            target,
            () =>
            {
                continuationAction(target);
                return default(Results.Nothing);
            },
            continuationAction,
            site);

    /// <summary>Follows <see cref="Task{TResult}.ContinueWith{TNewResult}(Func{Task{TResult}, TNewResult})"/>.</summary>
    public static Task<TNewResult> ContinueWith<TNewResult>(
        Task<TResult> target, Func<Task<TResult>, TNewResult> continuationFunction, int site) =>
        Results.Continue(target, () => continuationFunction(target), continuationFunction, site);
}

/// <summary>Tasks without a result, seen as tasks with one that says nothing; and what follows a task on the pool.</summary>
internal static class Results
{
    internal readonly record struct Nothing;

    /// <summary>A task with a result, complete when the given one is.</summary>
    internal static Task<Nothing> None(Task task, int site)
    {
        var me = Strand.Current!;
        var source = new TaskCompletionSource<Nothing>();
        TaskState.Of(me.Run, task).Then(me, strand =>
            TaskState.Of(strand.Run, source.Task).Complete(strand, () => Copy(task, source), site));
        return source.Task;
    }

    /// <summary>Work on the pool once a task is complete.</summary>
    internal static Task<T> Continue<T>(Task target, Func<T> work, Delegate method, int site)
    {
        var me = Strand.Current!;
        var source = new TaskCompletionSource<T>();
        var state = TaskState.Of(me.Run, source.Task);
        var antecedent = TaskState.Of(me.Run, target);
        antecedent.Look(me, site);
        antecedent.Then(me, strand => state.Worker = Jobs.Start(strand, () => Jobs.Do(state, source, work, site), method, site));
        return source.Task;
    }

    private static void Copy(Task task, TaskCompletionSource<Nothing> source)
    {
        if (task.IsFaulted)
        {
            source.SetException(task.Exception.InnerExceptions);
        }
        else if (task.IsCanceled)
        {
            source.SetCanceled();
        }
        else
        {
            source.SetResult(default);
        }
    }
}
