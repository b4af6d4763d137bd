namespace Sensei.Running;

/// <summary>
/// Passes the right to run from one operating-system thread to another: the owner waits, anybody signals.
/// </summary>
internal sealed class Baton
{
    private const int Idle = 0, Signalled = 1, Parked = 2;

    /// <summary>Spinning for a hand-over pays only where the other side runs on another core.</summary>
    private static readonly int Spins = Environment.ProcessorCount > 1 && !OneCore.IsPossible ? 60 : 0;

    private readonly SemaphoreSlim _bell = new(0);
    private int _turn;

    internal void Signal()
    {
        if (Interlocked.Exchange(ref _turn, Signalled) == Parked)
        {
            _bell.Release();
        }
    }

    /// <summary>Called by the owner only: returns once somebody has signalled since the last return.</summary>
    internal void AwaitTurn()
    {
        for (var i = 0; i < Spins; i++)
        {
            if (Volatile.Read(ref _turn) == Signalled)
            {
                Volatile.Write(ref _turn, Idle);
                return;
            }

            Thread.SpinWait(8);
        }

        if (Interlocked.CompareExchange(ref _turn, Parked, Idle) == Idle)
        {
            _bell.Wait();
        }

        Volatile.Write(ref _turn, Idle);
    }
}

/// <summary>
/// A pooled operating-system thread that runs one learner's thread at a time. Making a thread costs about a hundred
/// microseconds, handing over between two that exist about one: so they are kept.
/// </summary>
internal sealed class Worker
{
    private Strand? _strand;

    internal Worker(int core) =>
        new Thread(() => Loop(core), maxStackSize: 1 << 20) { IsBackground = true, Name = "Sensei" }.Start();

    internal Baton Baton { get; } = new();

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
