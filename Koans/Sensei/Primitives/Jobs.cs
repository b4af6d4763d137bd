using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// Work for the thread pool. Every piece gets a strand of its own: the pool is taken to have as many threads as it needs.
/// </summary>
internal static class Jobs
{
    /// <summary>
    /// Starts a piece of work; its first step comes after the event executed last. The caller must have taken a step
    /// just before: what a strand does up to its first step may be done early, and must not start others.
    /// </summary>
    internal static Strand Start(Strand me, Action body, Delegate? method, int site)
    {
        var face = me.Run.Exploration.NewFace(me);
        face.IsBackground = true;
        var strand = me.Run.Spawn(body, face, site);
        strand.FallbackName = NameOf(method) ?? $"job {strand.Id}";
        return strand;
    }

    /// <summary>Starts work as a task.</summary>
    internal static Task<T> Run<T>(Func<T> work, Delegate method, TaskCreationOptions options, int site)
    {
        var me = Strand.Current!;
        var source = new TaskCompletionSource<T>(options & TaskCreationOptions.RunContinuationsAsynchronously);
        var state = TaskState.Of(me.Run, source.Task);
        me.Step(new Operation(site, state.Location, Access.Write));
        state.Worker = Start(me, () => Do(state, source, work, site), method, site);
        me.Run.Recorder?.Note(me, StepKind.Start, $"starts {Names.Of(state.Worker)}", state.Location, null, site);
        return source.Task;
    }

    /// <summary>Does a task's work on the present thread.</summary>
    internal static void Do<T>(TaskState state, TaskCompletionSource<T> source, Func<T> work, int site)
    {
        Action complete;
        try
        {
            var result = work();
            complete = () => source.SetResult(result);
        }
        catch (RunAbandoned)
        {
            throw;
        }
        catch (OperationCanceledException canceled) when (canceled.CancellationToken.IsCancellationRequested)
        {
            complete = () => source.SetCanceled(canceled.CancellationToken);
        }
        catch (Exception error)
        {
            complete = () => source.SetException(error);
        }

        state.Complete(Strand.Current!, complete, site);
    }

    /// <summary>A task that is what another task turns out to be.</summary>
    internal static Task<T> Unwrap<T>(Task<Task<T>> outer, int site)
    {
        var me = Strand.Current!;
        var source = new TaskCompletionSource<T>();
        TaskState.Of(me.Run, outer).Then(me, strand =>
        {
            if (outer.IsCompletedSuccessfully)
            {
                TaskState.Of(strand.Run, outer.Result).Then(strand, s => Copy(s, outer.Result, source, site));
            }
            else
            {
                Copy(strand, outer.ContinueWithoutRunning<T>(), source, site);
            }
        });
        return source.Task;
    }

    /// <summary>Completes a source as a completed task was.</summary>
    internal static void Copy<T>(Strand me, Task<T> completed, TaskCompletionSource<T> source, int site) =>
        TaskState.Of(me.Run, source.Task).Complete(me, () => source.SetFromTask(completed), site);

    /// <summary>A failed or cancelled task, seen as one of another type.</summary>
    private static Task<T> ContinueWithoutRunning<T>(this Task task) =>
        task.IsCanceled ? Task.FromCanceled<T>(new CancellationToken(true)) : Task.FromException<T>(task.Exception!.InnerException!);

    private static string? NameOf(Delegate? method) =>
        method?.Method.Name is { } name && !name.StartsWith('<') ? name : null;
}
