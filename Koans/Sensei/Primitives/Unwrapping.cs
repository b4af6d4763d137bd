using Sensei.Running;

namespace Sensei.Primitives;

/// <summary><see cref="TaskExtensions"/>: a task that is what another task turns out to be.</summary>
[Follows(typeof(TaskExtensions))]
public static class Unwrapping
{
    /// <summary>Follows <see cref="TaskExtensions.Unwrap(Task{Task})"/>.</summary>
    public static Task Unwrap(Task<Task> task, int site)
    {
        if (Strand.Current is not { } me || task is null)
        {
            return TaskExtensions.Unwrap(task!);
        }

        var source = new TaskCompletionSource();
        Follow(me, task, () => task.Result, source.Task, inner => source.SetFromTask(inner ?? Task.FromCanceled(new CancellationToken(true))), site);
        return source.Task;
    }

    /// <summary>Follows <see cref="TaskExtensions.Unwrap{TResult}(Task{Task{TResult}})"/>.</summary>
    public static Task<TResult> Unwrap<TResult>(Task<Task<TResult>> task, int site)
    {
        if (Strand.Current is not { } me || task is null)
        {
            return TaskExtensions.Unwrap(task!);
        }

        var source = new TaskCompletionSource<TResult>();
        Follow(
            me,
            task,
            () => task.Result,
            source.Task,
            inner => source.SetFromTask(inner as Task<TResult> ?? Failed<TResult>(inner)),
            site);
        return source.Task;
    }

    private static void Follow(Strand me, Task outer, Func<Task?> inner, Task whole, Action<Task?> complete, int site)
    {
        var state = TaskState.Of(me.Run, outer);
        state.Look(me, site);
        state.Then(me, strand =>
        {
            var next = outer.IsCompletedSuccessfully ? inner() : Failed<Nothing>(outer);
            if (next is null)
            {
                TaskState.Of(strand.Run, whole).Complete(strand, () => complete(null), site);
                return;
            }

            var part = TaskState.Of(strand.Run, next);
            part.LookInside(strand, site);
            part.Then(strand, s => TaskState.Of(s.Run, whole).Complete(s, () => complete(next), site));
        });
    }

    /// <summary>A task that did not come to give another, as one of the type asked for.</summary>
    private static Task<T> Failed<T>(Task? outer) => outer switch
    {
        { IsFaulted: true } => Task.FromException<T>(outer.Exception.InnerException!),
        _ => Task.FromCanceled<T>(new CancellationToken(true)),
    };
}
