using Sensei.Search;
using Sensei.Weaving;

namespace Sensei.Running;

/// <summary>
/// What the runs of one koan share: storage, and the thread objects that learners' threads are known by.
/// Lives on one thread, on which the koan's own strand runs.
/// </summary>
internal sealed class Exploration
{
    /// <summary>Far more than can be started.</summary>
    private const int MostFaces = 1_000;

    /// <summary>What the process kept before the first search.</summary>
    private static readonly long s_memory = GC.GetTotalMemory(forceFullCollection: false);

    private WorkerPool? _workers;
    private readonly List<Location> _locations = [];
    private readonly Dictionary<(int Maker, int Number), Thread> _faces = [];
    private readonly Dictionary<Thread, int> _numbers = [];
    private readonly Func<Action<Run>> _body;
    private readonly RaceDetector? _races;
    private bool _isForgotten;

    /// <param name="body">Makes what a run executes: for a koan, a fresh test object's method.</param>
    /// <param name="options">What is asked beyond a right result; nothing when it is not said.</param>
    internal Exploration(Func<Action<Run>> body, KoanOptions? options = null)
    {
        _body = body;
        ForbidsBusyWaiting = options is { ForbidBusyWaiting: true };
        _races = options is { ForbidDataRaces: true } ? new RaceDetector() : null;
        PoolThreads = options?.PoolThreads ?? 0;
    }

    internal Trace Trace { get; } = new();

    internal Baton Baton { get; } = Baton.New();

    /// <summary>Whether a thread that is left at the end has to sleep.</summary>
    internal bool ForbidsBusyWaiting { get; }

    /// <summary>How many threads the pool has; 0 for as many as it needs.</summary>
    internal int PoolThreads { get; }

    internal SiteTable Sites => SiteTable.Shared;

    /// <summary>Threads are interrupted: every wait depends on that, from the first run on.</summary>
    internal bool HasInterrupts { get; set; }

    /// <summary>Runs so far.</summary>
    internal long Runs { get; private set; }

    /// <summary>The run under way, for the watch that looks from outside.</summary>
    internal Run? Running { get; private set; }

    /// <summary>Changes as long as runs get on: with every run, step and turn of a loop.</summary>
    internal long Progress
    {
        get
        {
            var run = Running;
            return run is null ? 0 : (Runs << 40) + ((long)run.Trace.Count << 25) + run.Turns;
        }
    }

    /// <summary>Does a search, once more from its beginning when it finds out that threads are interrupted.</summary>
    internal void Search(Action search)
    {
        try
        {
            search();
        }
        catch (FirstInterrupt)
        {
            search();
        }
    }

    /// <summary>Executes one run to its end.</summary>
    /// <param name="strategy">Says who goes next.</param>
    /// <param name="mostSteps">After so many steps it is cut.</param>
    /// <param name="recorder">Listens in, where the run is to be told.</param>
    /// <param name="stop">Where a thread stops for ever; null when none does.</param>
    internal Run Execute(IStrategy strategy, int mostSteps, Recorder? recorder = null, Stop? stop = null)
    {
        if (_isForgotten)
        {
            throw new RunAbandoned();
        }

        Runs++;
        var run = new Run(this, strategy, mostSteps, recorder, stop);
        Running = run;
        var body = _body();
        var knew = HasInterrupts;
        run.Execute(() => body(run));
        return knew == HasInterrupts ? run : throw new FirstInterrupt();
    }

    /// <summary>What has been found out so far did not reckon with interrupts.</summary>
    private sealed class FirstInterrupt : Exception;

    /// <summary>Nobody waits for the verdict any more: should the run under way come back, it is the last.</summary>
    internal void Forget()
    {
        _isForgotten = true;
        Running?.Forget();
    }

    /// <summary>Whether the process keeps so many bytes more than when the first search began; garbage does not count.</summary>
    internal bool HasGrown(long bytes) =>
        GC.GetTotalMemory(forceFullCollection: false) - s_memory > bytes
        && GC.GetTotalMemory(forceFullCollection: true) - s_memory > bytes;

    /// <summary>A worker of the thread that searches, which is the one that asks for the first.</summary>
    internal Worker Worker(int index)
    {
        _workers ??= SearchThread.Workers;
        return _workers[index];
    }

    /// <summary>The detector of data races, as new; null where they are not looked for.</summary>
    internal RaceDetector? NewRaces()
    {
        _races?.Reset();
        return _races;
    }

    internal Location PooledLocation(int id)
    {
        while (_locations.Count <= id)
        {
            _locations.Add(new Location());
        }

        return _locations[id];
    }

    /// <summary>
    /// A thread object that is never really started. They are reused from run to run, so that identity and number of
    /// a learner's thread are the same in every run.
    /// </summary>
    internal Thread NewFace(Strand maker)
    {
        if (maker.FacesMade > MostFaces)
        {
            Running!.Conclude(new Records.Inconclusive($"More than {MostFaces:N0} threads were made.", null));
            throw new RunAbandoned();
        }

        var face = Face(maker.Id, maker.FacesMade++);
        face.IsBackground = false;
        face.Name = null;
        return face;
    }

    /// <summary>
    /// The number that a learner sees of a thread. .NET's own depends on how many threads the process has had, and who
    /// decides by it would be judged by luck.
    /// </summary>
    internal int NumberOf(Thread face) => _numbers.TryGetValue(face, out var number) ? number : face.ManagedThreadId;

    /// <summary>The thread object of the koan itself.</summary>
    internal Thread KoanFace => Face(-1, 0);

    private Thread Face(int maker, int number)
    {
        ref var face = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            _faces, (maker, number), out _);
        if (face is null)
        {
            face = new Thread(static () => { });
            _numbers[face] = _numbers.Count + 1;
        }

        return face;
    }
}
