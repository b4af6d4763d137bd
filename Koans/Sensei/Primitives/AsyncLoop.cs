using System.Numerics;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// A parallel loop with async turns: workers, each of which takes the next item when its turn is done. As many as the
/// options say come for certain; where they say nothing, the first does, and others may.
/// </summary>
internal sealed class AsyncLoop<T>
{
    private readonly IAsyncEnumerator<T> _items;
    private readonly Func<T, CancellationToken, ValueTask> _body;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _token;
    private readonly TaskCompletionSource _whole = new();
    private readonly Queue<Action<Strand>> _askers = [];
    private readonly List<Exception> _errors = [];
    private readonly Location _location;
    private readonly int _site;
    private int _workers;
    private bool _isAsking, _isOver;

    private AsyncLoop(Strand me, IAsyncEnumerable<T> items, CancellationToken token, Func<T, CancellationToken, ValueTask> body, int site)
    {
        _location = me.Run.LocationOf(this, LocationKey.State);
        _items = items.GetAsyncEnumerator(_stop.Token);
        _body = body;
        _token = token;
        _site = site;
    }

    /// <summary>Starts the loop.</summary>
    internal static Task Begin(
        IAsyncEnumerable<T> items, ParallelOptions options, CancellationToken token, Func<T, CancellationToken, ValueTask> body, int site)
    {
        var me = Strand.Current!;
        if (token.CanBeCanceled)
        {
            CancellationTokens.get_IsCancellationRequested(ref token, site);
            if (token.IsCancellationRequested)
            {
                return Task.FromCanceled(token);
            }
        }

        var loop = new AsyncLoop<T>(me, items, token, body, site);
        me.Step(new Operation(site, loop._location, Access.Write) { Second = Cancelling.LocationOf(me, token), SecondAccess = Access.Write, KeepsVersion = true });
        if (token.CanBeCanceled)
        {
            Cancelling.WhenCancelled(me, token, _ => CancellationSources.Cancel(loop._stop, site));
        }

        var isSaid = options.MaxDegreeOfParallelism > 0;
        var workers = isSaid ? options.MaxDegreeOfParallelism : Parallels.MostHelpers + 1;
        workers = items is Loops.Known { Count: var count } ? Math.Clamp(count, 1, workers) : workers;
        loop._workers = isSaid ? workers : 1;
        for (var i = 0; i < workers; i++)
        {
            var mayStayAway = !isSaid && i > 0;
            var worker = Jobs.Start(me, () => loop.Work(Strand.Current!, mayStayAway), null, site);
            worker.FallbackName = $"worker {i + 1}";
            worker.IsOptional = mayStayAway;
        }

        return loop._whole.Task;
    }

    private void Work(Strand me, bool joinsLate)
    {
        if (joinsLate)
        {
            me.Step(new Operation(_site, _location, Access.Write));
            if (_workers == 0)
            {
                return;
            }

            _workers++;
        }

        Ask(me);
    }

    /// <summary>Asks for the next item; one worker at a time.</summary>
    private void Ask(Strand me)
    {
        me.Step(new Operation(_site, _location, Access.Write) { Second = Cancelling.LocationOf(me, _stop.Token), SecondAccess = Access.Read });
        if (_isAsking)
        {
            _askers.Enqueue(Ask);
            me.Run.Races?.Gave(me, _location);
            return;
        }

        if (_isOver || _stop.IsCancellationRequested)
        {
            Leave(me);
            return;
        }

        _isAsking = true;
        ValueTask<bool> next;
        try
        {
            next = _items.MoveNextAsync();
        }
        catch (Exception error) when (error is not RunAbandoned)
        {
            Fail(me, error);
            Leave(me, wasAsking: true);
            return;
        }

        if (next.IsCompletedSuccessfully)
        {
            Turn(me, next.Result);
        }
        else
        {
            var task = ValueTasks<bool>.AsTask(ref next, _site);
            Then(me, task, strand =>
            {
                if (task.IsCompletedSuccessfully)
                {
                    Turn(strand, task.Result);
                }
                else
                {
                    Fail(strand, task);
                    Leave(strand, wasAsking: true);
                }
            });
        }
    }

    private void Turn(Strand me, bool any)
    {
        var item = any ? _items.Current : default;
        me.Step(new Operation(_site, _location, Access.Write));
        _isAsking = false;
        _isOver |= !any;
        if (_askers.TryDequeue(out var asker))
        {
            Jobs.Start(me, () => asker(Strand.Current!), null, _site);
        }

        if (!any)
        {
            Leave(me);
            return;
        }

        ValueTask turn;
        try
        {
            turn = _body(item!, _stop.Token);
        }
        catch (Exception error) when (error is not RunAbandoned)
        {
            Fail(me, error);
            Leave(me);
            return;
        }

        if (turn.IsCompletedSuccessfully)
        {
            Ask(me);
            return;
        }

        var task = ValueTasks.AsTask(ref turn, _site);
        Then(me, task, strand =>
        {
            if (task.IsCompletedSuccessfully)
            {
                Ask(strand);
            }
            else
            {
                Fail(strand, task);
                Leave(strand);
            }
        });
    }

    private void Then(Strand me, Task task, Action<Strand> next)
    {
        var state = TaskState.Of(me.Run, task);
        state.LookInside(me, _site);
        state.Then(me, next);
    }

    private void Fail(Strand me, Task task)
    {
        if (task.IsFaulted)
        {
            _errors.AddRange(task.Exception.InnerExceptions);
        }
        else
        {
            _errors.Add(new TaskCanceledException(task));
        }

        CancellationSources.Cancel(_stop, _site);
    }

    private void Fail(Strand me, Exception error)
    {
        _errors.Add(error);
        CancellationSources.Cancel(_stop, _site);
    }

    private void Leave(Strand me, bool wasAsking = false)
    {
        me.Step(new Operation(_site, _location, Access.Write) { Second = Cancelling.LocationOf(me, _token), SecondAccess = Access.Read });
        _isAsking &= !wasAsking;
        if (!_isAsking && _askers.TryDequeue(out var asker))
        {
            Jobs.Start(me, () => asker(Strand.Current!), null, _site);
        }

        if (--_workers > 0)
        {
            return;
        }

        var closing = _items.DisposeAsync();
        var task = ValueTasks.AsTask(ref closing, _site);
        Then(me, task, strand => TaskState.Of(strand.Run, _whole.Task).Complete(strand, Complete, _site, _token));
    }

    private void Complete()
    {
        if (_token.IsCancellationRequested && _errors.TrueForAll(error => error is OperationCanceledException))
        {
            _whole.SetCanceled(_token);
        }
        else if (_errors.Count > 0)
        {
            _whole.SetException(_errors);
        }
        else
        {
            _whole.SetResult();
        }
    }
}

/// <summary>What async loops go through where it is there already.</summary>
internal static class Loops
{
    /// <summary>Items of which it is known how many there are.</summary>
    internal interface Known
    {
        int Count { get; }
    }

    internal static IAsyncEnumerable<T> Of<T>(IEnumerable<T> items) => new Items<T>([.. items]);

    internal static IAsyncEnumerable<T> Range<T>(T from, T to)
        where T : IBinaryInteger<T>
    {
        List<T> items = [];
        for (var i = from; i < to; i++)
        {
            items.Add(i);
        }

        return new Items<T>(items);
    }

    private sealed class Items<T>(List<T> items) : IAsyncEnumerable<T>, IAsyncEnumerator<T>, Known
    {
        private int _next;

        public int Count => items.Count;

        public T Current => items[_next - 1];

        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync() => ValueTask.FromResult(_next++ < items.Count);

        public ValueTask DisposeAsync() => default;
    }
}
