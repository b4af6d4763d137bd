using Sensei.Running;

namespace Sensei.Primitives;

/// <content>Tasks made of others.</content>
public static partial class Tasks
{
    /// <summary>Follows <see cref="Task.WhenAll(Task[])"/>.</summary>
    public static Task WhenAll(Task[] tasks, int site)
    {
        if (Strand.Current is null || tasks is null || Array.IndexOf(tasks, null) >= 0)
        {
            return Task.WhenAll(tasks!);
        }

        var source = new TaskCompletionSource();
        // .NET's own is asked to wait from the beginning: of several failures it throws the one that came first
        var all = Task.WhenAll(tasks);
        After(tasks, () => source.SetFromTask(all), source.Task, site);
        return source.Task;
    }

    /// <summary>Follows <see cref="Task.WhenAll(IEnumerable{Task})"/>.</summary>
    public static Task WhenAll(IEnumerable<Task> tasks, int site) => WhenAll(tasks.ToArray(), site);

    /// <summary>Follows <see cref="Task.WhenAll(ReadOnlySpan{Task})"/>.</summary>
    public static Task WhenAll(ReadOnlySpan<Task> tasks, int site) => WhenAll(tasks.ToArray(), site);

    /// <summary>Follows <see cref="Task.WhenAll{TResult}(Task{TResult}[])"/>.</summary>
    public static Task<TResult[]> WhenAll<TResult>(Task<TResult>[] tasks, int site)
    {
        if (Strand.Current is null || tasks is null || Array.IndexOf(tasks, null) >= 0)
        {
            return Task.WhenAll(tasks!);
        }

        var source = new TaskCompletionSource<TResult[]>();
        // .NET's own is asked to wait from the beginning: of several failures it throws the one that came first
        var all = Task.WhenAll(tasks);
        After(tasks, () => source.SetFromTask(all), source.Task, site);
        return source.Task;
    }

    /// <summary>Follows <see cref="Task.WhenAll{TResult}(IEnumerable{Task{TResult}})"/>.</summary>
    public static Task<TResult[]> WhenAll<TResult>(IEnumerable<Task<TResult>> tasks, int site) => WhenAll(tasks.ToArray(), site);

    /// <summary>Follows <see cref="Task.WhenAll{TResult}(ReadOnlySpan{Task{TResult}})"/>.</summary>
    public static Task<TResult[]> WhenAll<TResult>(ReadOnlySpan<Task<TResult>> tasks, int site) => WhenAll(tasks.ToArray(), site);

    /// <summary>Follows <see cref="Task.WhenAny(Task[])"/>.</summary>
    public static Task<Task> WhenAny(Task[] tasks, int site) => Any(tasks, Task.WhenAny, site);

    /// <summary>Follows <see cref="Task.WhenAny(ReadOnlySpan{Task})"/>.</summary>
    public static Task<Task> WhenAny(ReadOnlySpan<Task> tasks, int site) => Any(tasks.ToArray(), Task.WhenAny, site);

    /// <summary>Follows <see cref="Task.WhenAny(Task, Task)"/>.</summary>
    public static Task<Task> WhenAny(Task task1, Task task2, int site) => Any([task1, task2], Task.WhenAny, site);

    /// <summary>Follows <see cref="Task.WhenAny(IEnumerable{Task})"/>.</summary>
    public static Task<Task> WhenAny(IEnumerable<Task> tasks, int site) => Any([.. tasks], Task.WhenAny, site);

    /// <summary>Follows <see cref="Task.WhenAny{TResult}(Task{TResult}[])"/>.</summary>
    public static Task<Task<TResult>> WhenAny<TResult>(Task<TResult>[] tasks, int site) => Any(tasks, Task.WhenAny, site);

    /// <summary>Follows <see cref="Task.WhenAny{TResult}(ReadOnlySpan{Task{TResult}})"/>.</summary>
    public static Task<Task<TResult>> WhenAny<TResult>(ReadOnlySpan<Task<TResult>> tasks, int site) => Any(tasks.ToArray(), Task.WhenAny, site);

    /// <summary>Follows <see cref="Task.WhenAny{TResult}(Task{TResult}, Task{TResult})"/>.</summary>
    public static Task<Task<TResult>> WhenAny<TResult>(Task<TResult> task1, Task<TResult> task2, int site) => Any([task1, task2], Task.WhenAny, site);

    /// <summary>Follows <see cref="Task.WhenAny{TResult}(IEnumerable{Task{TResult}})"/>.</summary>
    public static Task<Task<TResult>> WhenAny<TResult>(IEnumerable<Task<TResult>> tasks, int site) => Any([.. tasks], Task.WhenAny, site);

    /// <summary>Follows <see cref="Task.WhenEach(Task[])"/>.</summary>
    public static IAsyncEnumerable<Task> WhenEach(Task[] tasks, int site) => Each(tasks, Task.WhenEach, site);

    /// <summary>Follows <see cref="Task.WhenEach(ReadOnlySpan{Task})"/>.</summary>
    public static IAsyncEnumerable<Task> WhenEach(ReadOnlySpan<Task> tasks, int site) => Each(tasks.ToArray(), Task.WhenEach, site);

    /// <summary>Follows <see cref="Task.WhenEach(IEnumerable{Task})"/>.</summary>
    public static IAsyncEnumerable<Task> WhenEach(IEnumerable<Task> tasks, int site) => Each([.. tasks], Task.WhenEach, site);

    /// <summary>Follows <see cref="Task.WhenEach{TResult}(Task{TResult}[])"/>.</summary>
    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(Task<TResult>[] tasks, int site) => Each(tasks, Task.WhenEach, site);

    /// <summary>Follows <see cref="Task.WhenEach{TResult}(ReadOnlySpan{Task{TResult}})"/>.</summary>
    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(ReadOnlySpan<Task<TResult>> tasks, int site) =>
        Each(tasks.ToArray(), Task.WhenEach, site);

    /// <summary>Follows <see cref="Task.WhenEach{TResult}(IEnumerable{Task{TResult}})"/>.</summary>
    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(IEnumerable<Task<TResult>> tasks, int site) => Each([.. tasks], Task.WhenEach, site);

    /// <summary>Completes a task after the last of others.</summary>
    internal static void After(Task[] tasks, Action complete, Task whole, int site)
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

    /// <summary>Completes a task after the first of others.</summary>
    internal static void AfterAny<T>(T[] tasks, Action<T> complete, Task whole, int site)
        where T : Task
    {
        var me = Strand.Current!;
        var state = TaskState.Of(me.Run, whole);
        foreach (var task in tasks)
        {
            var part = TaskState.Of(me.Run, task);
            part.Look(me, site);
            part.Then(me, strand =>
            {
                if (!whole.IsCompleted)
                {
                    state.Complete(strand, () => complete(task), site);
                }
            });
        }
    }

    private static Task<T> Any<T>(T[] tasks, Func<T[], Task<T>> real, int site)
        where T : Task
    {
        if (Strand.Current is null || tasks is null or [] || Array.IndexOf(tasks, null) >= 0)
        {
            return real(tasks!);
        }

        var source = new TaskCompletionSource<T>();
        AfterAny(tasks, source.SetResult, source.Task, site);
        return source.Task;
    }

    private static IAsyncEnumerable<T> Each<T>(T[] tasks, Func<T[], IAsyncEnumerable<T>> real, int site)
        where T : Task =>
        Strand.Current is { } me && tasks is not null && Array.IndexOf(tasks, null) < 0
            ? new Arrivals<T>(me, tasks, site)
            : real(tasks!);
}
