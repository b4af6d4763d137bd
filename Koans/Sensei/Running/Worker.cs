namespace Sensei.Running;

/// <summary>
/// A pooled operating-system thread that runs one learner's thread at a time. Making a thread costs about a hundred
/// microseconds, handing over between two that exist about one: so they are kept.
/// </summary>
internal sealed class Worker
{
    private Strand? _strand;

    internal Worker(int core) =>
        new Thread(() => Loop(core), maxStackSize: Strand.StackSize) { IsBackground = true, Name = "Sensei" }.Start();

    internal Baton Baton { get; } = Baton.New();

    /// <summary>Gives the worker a strand to run when it is signalled next.</summary>
    internal void Assign(Strand strand) => _strand = strand;

    private void Loop(int core)
    {
        OneCore.StayOn(core);
        while (true)
        {
            Baton.AwaitTurn();
            var strand = _strand;
            if (strand is null)
            {
                return;
            }

            _strand = null;
            strand.Live();
        }
    }
}

/// <summary>The workers of one exploration. They are given out in the same order in every run.</summary>
internal sealed class WorkerPool(int core)
{
    private readonly List<Worker> _workers = [];

    internal Worker this[int index]
    {
        get
        {
            while (_workers.Count <= index)
            {
                _workers.Add(new Worker(core));
            }

            return _workers[index];
        }
    }

    /// <summary>Ends the workers; none of them may be running a strand.</summary>
    internal void Close()
    {
        foreach (var worker in _workers)
        {
            worker.Baton.Signal();
        }
    }
}
