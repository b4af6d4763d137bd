using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// What is kept of a channel beside the real one. No call of the real one ever blocks: one that has to wait answers with
/// a <see cref="ValueTask"/> which another call completes, at once and in the order that .NET serves them. What is handed
/// out in its stead is a task that is completed in a step of its own.
/// </summary>
internal sealed class Pipe<T>
{
    private readonly Channel<T> _channel;
    private readonly TaskCreationOptions _continuations;
    private readonly Queue<T> _dropped;
    private readonly Action<T>? _itemDropped;
    private readonly TaskCompletionSource _completion;
    private readonly Location _location;
    private readonly List<Waiter> _waiters = [];

    private Pipe(Run run, Channel<T> channel, bool runsContinuations, Queue<T> dropped, Action<T>? itemDropped)
    {
        _channel = channel;
        _continuations = runsContinuations ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously;
        _dropped = dropped;
        _itemDropped = itemDropped;
        _completion = new TaskCompletionSource(_continuations);
        _location = run.LocationOf(channel, LocationKey.State);
    }

    /// <summary>Complete once nothing more can come and nothing is left.</summary>
    internal Task Completion => _completion.Task;

    /// <summary>A channel has been made in a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="channel">The real one.</param>
    /// <param name="runsContinuations">Whoever completes a wait runs what follows it.</param>
    /// <param name="dropped">Where the real one puts what it drops.</param>
    /// <param name="itemDropped">Whom to tell of it.</param>
    internal static void Begin(Run run, Channel<T> channel, bool runsContinuations, Queue<T> dropped, Action<T>? itemDropped)
    {
        var pipe = new Pipe<T>(run, channel, runsContinuations, dropped, itemDropped);
        run.LocationOf(channel.Reader, LocationKey.State).Mirror = pipe;
        run.LocationOf(channel.Writer, LocationKey.State).Mirror = pipe;
    }

    /// <summary>The pipe that a reader or a writer belongs to; null outside of a run, and for one that .NET did not make.</summary>
    internal static Pipe<T>? Of(object end) =>
        end is not null && Strand.Current is { } me ? me.Run.LocationOf(end, LocationKey.State).Mirror as Pipe<T> : null;

    internal bool TryRead(Strand me, [MaybeNullWhen(false)] out T item, int site)
    {
        Step(me, site);
        if (Uncut(me, _channel.Reader.TryRead, out item))
        {
            Took(me, item, site);
            return true;
        }

        Refused(me, "finds {0} empty", site);
        return false;
    }

    internal bool TryPeek(Strand me, [MaybeNullWhen(false)] out T item, int site)
    {
        Look(me, site);
        var any = Uncut(me, _channel.Reader.TryPeek, out item);
        var text = any ? Values.Format(item) : "empty";
        me.Run.Recorder?.Note(me, StepKind.Read, $"looks at {{0}}: {text}", _location, text, site);
        return any;
    }

    internal int Count(Strand me, int site)
    {
        Look(me, site);
        var count = _channel.Reader.Count;
        me.Run.Recorder?.Note(me, StepKind.Read, $"looks at {{0}}: {count}", _location, Values.Format(count), site);
        return count;
    }

    internal ValueTask<T> ReadAsync(Strand me, CancellationToken token, int site)
    {
        if (IsCancelled(me, token, site))
        {
            return ValueTask.FromCanceled<T>(token);
        }

        Step(me, site);
        var waiter = new Waiter(token);
        var real = Uncut(me, () => _channel.Reader.ReadAsync(waiter.Token));
        if (real.IsCompletedSuccessfully)
        {
            var item = real.Result;
            Took(me, item, site);
            return ValueTask.FromResult(item);
        }

        return Pending(me, waiter, real, WaitsFor.Item, "waits for {0}", site);
    }

    internal ValueTask<bool> WaitToReadAsync(Strand me, CancellationToken token, int site)
    {
        if (IsCancelled(me, token, site))
        {
            return ValueTask.FromCanceled<bool>(token);
        }

        Step(me, site);
        return WaitToRead(me, token, site);
    }

    /// <summary>Takes what is there, or begins to wait for it.</summary>
    /// <returns>Null when it has taken something.</returns>
    internal ValueTask<bool>? TakeOrWait(Strand me, CancellationToken token, out T? item, int site)
    {
        Step(me, site);
        if (Uncut(me, _channel.Reader.TryRead, out item))
        {
            Took(me, item, site);
            return null;
        }

        return WaitToRead(me, token, site);
    }

    internal bool TryWrite(Strand me, T item, int site)
    {
        Step(me, site);
        if (Uncut(me, () => _channel.Writer.TryWrite(item)))
        {
            Put(me, item, site);
            return true;
        }

        Refused(me, "finds {0} full or closed", site);
        return false;
    }

    internal ValueTask WriteAsync(Strand me, T item, CancellationToken token, int site)
    {
        if (IsCancelled(me, token, site))
        {
            return ValueTask.FromCanceled(token);
        }

        Step(me, site);
        var waiter = new Waiter(token);
        var real = Uncut(me, () => _channel.Writer.WriteAsync(item, waiter.Token));
        if (real.IsCompletedSuccessfully)
        {
            Put(me, item, site);
            return default;
        }

        return Pending(me, waiter, real, WaitsFor.Room, $"waits to put {Values.Format(item)} into {{0}}", site);
    }

    internal ValueTask<bool> WaitToWriteAsync(Strand me, CancellationToken token, int site)
    {
        if (IsCancelled(me, token, site))
        {
            return ValueTask.FromCanceled<bool>(token);
        }

        Step(me, site);
        var waiter = new Waiter(token);
        var real = _channel.Writer.WaitToWriteAsync(waiter.Token);
        if (real.IsCompletedSuccessfully)
        {
            var open = real.Result;
            Seen(me, open ? "finds room in {0}" : "finds {0} closed", open, site);
            return ValueTask.FromResult(open);
        }

        return Pending(me, waiter, real, WaitsFor.Room, "waits for room in {0}", site);
    }

    internal bool TryComplete(Strand me, Exception? error, int site)
    {
        Step(me, site);
        if (!_channel.Writer.TryComplete(error))
        {
            Refused(me, "finds {0} closed", site);
            return false;
        }

        Changed(me);
        me.Run.Recorder?.Note(me, StepKind.Signal, "closes {0}", _location, null, site);
        Serve(me, site);
        return true;
    }

    internal bool IsCancelled(Strand me, CancellationToken token, int site)
    {
        if (Cancelling.LocationOf(me, token) is { } location)
        {
            me.Step(new Operation(site, location, Access.Read));
            if (token.IsCancellationRequested)
            {
                me.Run.Recorder?.Note(me, StepKind.Refused, "finds {0} cancelled", location, null, site);
                return true;
            }
        }

        return false;
    }

    /// <summary>What compares items may be the learner's: it runs inside the channel's lock, and nobody comes between.</summary>
    private static TResult Uncut<TResult>(Strand me, Func<TResult> call)
    {
        me.Atomic++;
        try
        {
            return call();
        }
        finally
        {
            me.Atomic--;
        }
    }

    private static bool Uncut(Strand me, Taking take, [MaybeNullWhen(false)] out T item)
    {
        me.Atomic++;
        try
        {
            return take(out item);
        }
        finally
        {
            me.Atomic--;
        }
    }

    private void Step(Strand me, int site, bool keepsTime = false)
    {
        me.Step(new Operation(site, _location, Access.Write) { KeepsVersion = true, KeepsTime = keepsTime, Ordering = Ordering.None });
        me.Run.Races?.Took(me, _location);
    }

    private void Look(Strand me, int site) => me.Step(new Operation(site, _location, Access.Read));

    private void Refused(Strand me, string text, int site)
    {
        me.Spinning.NoteRead(_location);
        me.Run.Recorder?.Note(me, StepKind.Refused, text, _location, null, site);
    }

    private void Seen(Strand me, string text, bool value, int site)
    {
        me.Spinning.NoteRead(_location);
        me.Run.Recorder?.Note(me, StepKind.Read, text, _location, Values.Format(value), site);
    }

    private void Changed(Strand me)
    {
        _location.Version++;
        me.Run.NoteEffect(me);
        me.Run.Races?.Gave(me, _location);
    }

    private void Took(Strand me, T item, int site)
    {
        Changed(me);
        me.Run.Recorder?.Note(me, StepKind.Take, $"takes {Values.Format(item)} from {{0}}", _location, Values.Format(item), site);
        Serve(me, site);
    }

    private void Put(Strand me, T item, int site)
    {
        Changed(me);
        me.Run.Recorder?.Note(me, StepKind.Put, $"puts {Values.Format(item)} into {{0}}", _location, Values.Format(item), site);
        while (_dropped.TryDequeue(out var dropped))
        {
            me.Run.Recorder?.Note(me, StepKind.Take, $"drops {Values.Format(dropped)} from {{0}}", _location, Values.Format(dropped), site);
            _itemDropped?.Invoke(dropped);
        }

        Serve(me, site);
    }

    private ValueTask<bool> WaitToRead(Strand me, CancellationToken token, int site)
    {
        var waiter = new Waiter(token);
        var real = _channel.Reader.WaitToReadAsync(waiter.Token);
        if (real.IsCompletedSuccessfully)
        {
            var any = real.Result;
            Seen(me, any ? "finds something in {0}" : "finds {0} closed and empty", any, site);
            return ValueTask.FromResult(any);
        }

        return Pending(me, waiter, real, WaitsFor.Item, "waits for {0}", site);
    }

    /// <summary>A call that waits, or has failed.</summary>
    private ValueTask<TResult> Pending<TResult>(
        Strand me, Waiter waiter, ValueTask<TResult> real, WaitsFor waitsFor, string waits, int site)
    {
        if (real.IsCompleted)
        {
            Refused(me, "finds {0} closed", site);
            return new ValueTask<TResult>(real.AsTask());
        }

        var source = new TaskCompletionSource<TResult>(_continuations);
        waiter.IsDone = () => real.IsCompleted;
        waiter.Complete = () => source.SetFromTask(
            real.IsCanceled && waiter.IsCancelled ? Task.FromCanceled<TResult>(waiter.Learners) : real.AsTask());
        Enqueue(me, waiter, source.Task, waitsFor, waits, site);
        return new ValueTask<TResult>(source.Task);
    }

    private ValueTask Pending(Strand me, Waiter waiter, ValueTask real, WaitsFor waitsFor, string waits, int site)
    {
        if (real.IsCompleted)
        {
            Refused(me, "finds {0} closed", site);
            return new ValueTask(real.AsTask());
        }

        var source = new TaskCompletionSource(_continuations);
        waiter.IsDone = () => real.IsCompleted;
        waiter.Complete = () => source.SetFromTask(
            real.IsCanceled && waiter.IsCancelled ? Task.FromCanceled(waiter.Learners) : real.AsTask());
        Enqueue(me, waiter, source.Task, waitsFor, waits, site);
        return new ValueTask(source.Task);
    }

    private void Enqueue(Strand me, Waiter waiter, Task task, WaitsFor waitsFor, string waits, int site)
    {
        waiter.Task = task;
        TaskState.Of(me.Run, task).Behind = new Waiting(waitsFor, _location, []);
        _waiters.Add(waiter);
        Changed(me);
        me.Run.Recorder?.Note(me, StepKind.Wait, waits, _location, null, site);
        Serve(me, site);
        if (waiter.Learners is { CanBeCanceled: true } token)
        {
            CancellationTokens.UnsafeRegister(ref token, _ => Cancel(waiter, site), null, site);
        }
    }

    /// <summary>
    /// The token of one that waits has been cancelled: it is too late when it has been served. Others who come to the
    /// channel later have not waited for this deadline.
    /// </summary>
    private void Cancel(Waiter waiter, int site)
    {
        var me = Strand.Current!;
        Step(me, site, keepsTime: true);
        if (_waiters.Contains(waiter))
        {
            waiter.Cancel();
            Changed(me);
            Serve(me, site);
        }
    }

    /// <summary>Completes what the last call has completed for real.</summary>
    private void Serve(Strand me, int site)
    {
        if (_channel.Reader.Completion is { IsCompleted: true } completion)
        {
            Complete(_completion.Task, () => _completion.SetFromTask(completion));
        }

        var served = _waiters.FindAll(waiter => waiter.IsDone());
        _waiters.RemoveAll(served.Contains);
        served.ForEach(waiter => Complete(waiter.Task, waiter.Complete));

        void Complete(Task task, Action complete)
        {
            if (!task.IsCompleted)
            {
                TaskState.Of(me.Run, task).Complete(me, complete, site);
            }
        }
    }

    private delegate bool Taking([MaybeNullWhen(false)] out T item);

    /// <summary>A call that waits: the real one, and the task that stands for it.</summary>
    private sealed class Waiter(CancellationToken learners)
    {
        private readonly CancellationTokenSource? _real = learners.CanBeCanceled ? new CancellationTokenSource() : null;

        internal CancellationToken Learners => learners;

        internal CancellationToken Token => _real?.Token ?? CancellationToken.None;

        internal bool IsCancelled => _real?.IsCancellationRequested == true;

        internal Func<bool> IsDone { get; set; } = () => false;

        internal Task Task { get; set; } = Task.CompletedTask;

        internal Action Complete { get; set; } = () => { };

        internal void Cancel() => _real?.Cancel();
    }
}
