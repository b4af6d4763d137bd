namespace Sensei.Running;

/// <summary>
/// A pooled operating-system thread that runs one learner's thread at a time. Making a thread costs about a hundred
/// microseconds, handing over between two that exist about one: so they are kept.
/// </summary>
internal sealed class Worker
{
    private readonly WorkerPool _pool;
    private Strand? _strand;

    internal Worker(WorkerPool pool)
    {
        _pool = pool;
        new Thread(Loop, maxStackSize: Strand.StackSize) { IsBackground = true, Name = "Sensei" }.Start();
    }

    internal Baton Baton { get; } = Baton.New();

    /// <summary>Gives the worker a strand to run when it is signalled next.</summary>
    internal void Assign(Strand strand) => _strand = strand;

    private void Loop()
    {
        var core = -1;
        while (true)
        {
            Baton.AwaitTurn();
            if (core != _pool.Core)
            {
                core = _pool.Core;
                OneCore.StayOn(core);
            }

            var strand = _strand;
            _strand = null;
            strand?.Live();
        }
    }
}

/// <summary>The workers of one search thread. They are given out in the same order in every run.</summary>
internal sealed class WorkerPool
{
    private readonly List<Worker> _workers = [];

    /// <summary>The core that all of them run on.</summary>
    internal int Core { get; set; } = -1;

    internal Worker this[int index]
    {
        get
        {
            while (_workers.Count <= index)
            {
                _workers.Add(new Worker(this));
            }

            return _workers[index];
        }
    }
}
