using System.Collections.Concurrent;

namespace Sensei.Running;

/// <summary>
/// A thread for searches, with the workers of its runs. They are kept from one search to the next, since making a thread
/// costs more than a small search. One that does not come back from a search is never used again.
/// </summary>
internal sealed class SearchThread
{
    private static readonly ConcurrentBag<SearchThread> s_idle = [];

    [ThreadStatic]
    private static SearchThread? t_current;

    private readonly Baton _turn = Baton.New();
    private readonly AutoResetEvent _done = new(false);
    private readonly WorkerPool _workers = new();
    private Action? _search;

    private SearchThread() =>
        new Thread(Loop, maxStackSize: Strand.StackSize) { IsBackground = true, Name = "Sensei's search" }.Start();

    /// <summary>The workers of the search thread that asks, on the core that is its own from now until its search ends.</summary>
    internal static WorkerPool Workers
    {
        get
        {
            var workers = t_current!._workers;
            if (workers.Core < 0)
            {
                workers.Core = OneCore.Take();
            }

            return workers;
        }
    }

    /// <summary>Begins a search, on a thread that has none.</summary>
    internal static SearchThread Begin(Action search)
    {
        var thread = s_idle.TryTake(out var idle) ? idle : new SearchThread();
        // what flows to a new thread flows to this one, and does not stay with it
        var context = ExecutionContext.Capture();
        thread._search = context is null ? search : () => ExecutionContext.Run(context, static body => ((Action)body!)(), search);
        thread._turn.Signal();
        return thread;
    }

    /// <summary>Waits for the end of the search; false when it is still not there after that time.</summary>
    internal bool Ends(TimeSpan patience)
    {
        var ends = _done.WaitOne(patience);
        if (ends)
        {
            s_idle.Add(this);
        }

        return ends;
    }

    private void Loop()
    {
        t_current = this;
        while (true)
        {
            _turn.AwaitTurn();
            _search!();
            _search = null;
            OneCore.GiveBack(_workers.Core);
            _workers.Core = -1;
            _done.Set();
        }
    }
}
