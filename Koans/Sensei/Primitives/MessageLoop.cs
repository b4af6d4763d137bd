using System.Collections.Concurrent;
using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>The loop of a window: takes what is posted, one thing after the other, on one thread.</summary>
internal abstract class MessageLoop : SynchronizationContext
{
    /// <summary>Whether the calling thread is the loop's.</summary>
    internal abstract bool IsHere { get; }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => Post(d, state, -1);

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    internal abstract void Post(SendOrPostCallback d, object? state, int site);

    internal abstract Task InvokeAsync(Func<Task> handler, int site);

    /// <summary>Waits until nothing is left to be handled, and ends the loop.</summary>
    internal abstract void Close(int site);
}

/// <summary>The loop of a window in a live koan: a real thread.</summary>
internal sealed class RealLoop : MessageLoop
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly CountdownEvent _open = new(1);
    private readonly Thread _thread;

    private RealLoop(string name) => _thread = new Thread(Go) { Name = name, IsBackground = true };

    /// <inheritdoc/>
    internal override bool IsHere => Thread.CurrentThread == _thread;

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (IsHere)
        {
            d(state);
        }
        else
        {
            InvokeAsync(() => { d(state); return Task.CompletedTask; }, -1).GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    public override void OperationStarted() => _open.AddCount();

    /// <inheritdoc/>
    public override void OperationCompleted() => _open.Signal();

    internal static RealLoop Begin(string name)
    {
        var loop = new RealLoop(name);
        loop._thread.Start();
        return loop;
    }

    internal override void Post(SendOrPostCallback d, object? state, int site)
    {
        _open.AddCount();
        _posted.Add((d, state));
    }

    internal override Task InvokeAsync(Func<Task> handler, int site)
    {
        var source = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        OperationStarted();
        Post(
            _ =>
            {
                try
                {
                    source.SetResult(handler());
                }
                catch (Exception error)
                {
                    source.SetException(error);
                }
            },
            null,
            site);
        var whole = source.Task.Unwrap();
        whole.ContinueWith(_ => OperationCompleted(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return whole;
    }

    internal override void Close(int site)
    {
        _open.Signal();
        _open.Wait();
        _posted.CompleteAdding();
        if (!IsHere)
        {
            _thread.Join();
        }
    }

    private void Go()
    {
        SetSynchronizationContext(this);
        foreach (var (callback, state) in _posted.GetConsumingEnumerable())
        {
            try
            {
                callback(state);
            }
            finally
            {
                _open.Signal();
            }
        }
    }
}

/// <summary>The loop of a window in a koan that is explored: a strand.</summary>
internal sealed class ExploredLoop : MessageLoop, IGate
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = [];
    private readonly Location _location;
    private readonly int _site;
    private int _open;
    private bool _isClosing;

    private ExploredLoop(Run run, int site)
    {
        _location = run.LocationOf(this, LocationKey.State);
        _site = site;
    }

    /// <summary>The window's thread.</summary>
    internal Strand Owner { get; private set; } = null!;

    /// <inheritdoc/>
    internal override bool IsHere => Strand.Current == Owner;

    internal static ExploredLoop Begin(Strand me, string name, int site)
    {
        var loop = new ExploredLoop(me.Run, site);
        me.Step(new Operation(site));
        loop.Owner = Jobs.StartOwn(me, loop.Go, null, site);
        loop.Owner.Face.Name = name;
        me.Run.Recorder?.Note(me, StepKind.Start, "opens {0}", loop.Owner.Life, null, site);
        return loop;
    }

    /// <inheritdoc/>
    public bool IsOpen(Strand strand) => _posted.Count > 0 || (_isClosing && _open == 0);

    /// <inheritdoc/>
    public Waiting Describe(Strand strand) => new(WaitsFor.Item, Owner.Life, []);

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (IsHere)
        {
            d(state);
            return;
        }

        var me = Strand.Current!;
        var done = TaskState.Of(me.Run, InvokeAsync(() => { d(state); return Task.CompletedTask; }, -1));
        done.Await(me, Timeout.InfiniteTimeSpan, -1);
        TaskAwaiters.Finish(done.Task);
    }

    /// <summary>An async handler has begun: on the window's own thread, which nobody else sees it do.</summary>
    public override void OperationStarted() => _open++;

    /// <inheritdoc/>
    public override void OperationCompleted()
    {
        Strand.Current!.Step(new Operation(_site, _location, Access.Write));
        _open--;
    }

    internal override void Post(SendOrPostCallback d, object? state, int site)
    {
        var me = Strand.Current!;
        me.Step(new Operation(site, _location, Access.Write));
        _posted.Enqueue((d, state));
        if (d.Target is not Awaits.Return)
        {
            me.Run.Recorder?.Note(me, StepKind.Signal, "posts to {0}", Owner.Life, null, site);
        }
    }

    internal override Task InvokeAsync(Func<Task> handler, int site)
    {
        var me = Strand.Current!;
        var source = new TaskCompletionSource<Nothing>();
        var work = new AsyncWork<Nothing>(me, source, handler, inner => Nothings.Copy(inner, source), default, site);
        work.Announce(me, starts: true, site);
        work.IsStarted = true;
        TaskState.Of(me.Run, source.Task).Successor = Owner;
        Post(_ => work.Do(Strand.Current!), null, site);
        return source.Task;
    }

    internal override void Close(int site)
    {
        var me = Strand.Current!;
        me.Step(new Operation(site, _location, Access.Write));
        _isClosing = true;
        if (!IsHere)
        {
            Threads.Join(Owner.Face, site);
        }
    }

    private void Go()
    {
        var me = Strand.Current!;
        while (true)
        {
            me.Step(new Operation(_site, _location, Access.Write, this) { KeepsVersion = true });
            if (!_posted.TryDequeue(out var next))
            {
                return;
            }

            _location.Version++;
            me.Run.NoteEffect(me);
            SetSynchronizationContext(this);
            next.Callback(next.State);
        }
    }
}
