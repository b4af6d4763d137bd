using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>Tasks in the order in which they are completed: what <see cref="Task.WhenEach(Task[])"/> gives.</summary>
/// <typeparam name="T">The type of the tasks.</typeparam>
internal sealed class Arrivals<T> : IAsyncEnumerable<T>, IAsyncEnumerator<T>
    where T : Task
{
    private readonly Location _location;
    private readonly Queue<T> _arrived = [];
    private readonly int _site;
    private int _missing;
    private TaskCompletionSource<bool>? _asked;
    private CancellationToken _token;

    internal Arrivals(Strand me, T[] tasks, int site)
    {
        _location = me.Run.LocationOf(this, LocationKey.State);
        _site = site;
        var different = tasks.Distinct().ToList();
        _missing = different.Count;
        foreach (var task in different)
        {
            var part = TaskState.Of(me.Run, task);
            part.LookInside(me, site);
            part.Then(me, strand => Arrive(strand, task));
        }
    }

    /// <inheritdoc/>
    public T Current { get; private set; } = null!;

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _token = cancellationToken;
        return this;
    }

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync()
    {
        var me = Strand.Current!;
        me.Step(new Operation(_site, _location, Access.Write)
        {
            Second = Cancelling.LocationOf(me, _token),
            SecondAccess = Access.Read,
        });
        if (_token.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<bool>(_token);
        }

        if (_missing == 0)
        {
            return ValueTask.FromResult(false);
        }

        if (TryNext(me))
        {
            return ValueTask.FromResult(true);
        }

        var asked = _asked = new TaskCompletionSource<bool>();
        if (_token.CanBeCanceled)
        {
            TaskState.Of(me.Run, asked.Task).EndWith(me, _token, () => asked.SetCanceled(_token), _site);
        }

        return new ValueTask<bool>(asked.Task);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    private void Arrive(Strand strand, T task)
    {
        strand.Step(new Operation(_site, _location, Access.Write));
        _arrived.Enqueue(task);
        if (_asked is not { } asked)
        {
            return;
        }

        _asked = null;
        if (asked.Task.IsCompleted)
        {
            return;
        }

        TryNext(strand);
        TaskState.Of(strand.Run, asked.Task).Complete(strand, () => asked.SetResult(true), _site);
    }

    private bool TryNext(Strand strand)
    {
        if (!_arrived.TryDequeue(out var task))
        {
            return false;
        }

        Current = task;
        _missing--;
        strand.Run.Recorder?.Note(strand, StepKind.Read, "finds {0} complete", TaskState.Of(strand.Run, task).Location, null, _site);
        return true;
    }
}
