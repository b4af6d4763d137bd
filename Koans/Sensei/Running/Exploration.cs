using Sensei.Search;
using Sensei.Weaving;

namespace Sensei.Running;

/// <summary>
/// What the runs of one koan share: workers, storage, and the thread objects that learners' threads are known by.
/// Lives on one thread, on which the koan's own strand runs.
/// </summary>
internal sealed class Exploration : IDisposable
{
    private WorkerPool? _workers;
    private readonly List<Location> _locations = [];
    private readonly List<Thread> _faces = [];
    private readonly Func<Action<Run>> _body;
    private int _facesUsed;

    /// <param name="body">Makes what a run executes: for a koan, a fresh test object's method.</param>
    internal Exploration(Func<Action<Run>> body) => _body = body;

    internal Trace Trace { get; } = new();

    internal Baton Baton { get; } = Baton.New();

    internal SiteTable Sites => SiteTable.Shared;

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
            return run is null ? 0 : (Runs << 40) + ((long)run.Trace.Count << 25) + run.Strands.Sum(s => s.Spinning.Turns);
        }
    }

    /// <summary>Executes one run to its end.</summary>
    internal Run Execute(IStrategy strategy, int mostSteps, Recorder? recorder = null)
    {
        Runs++;
        _facesUsed = 1;
        var run = new Run(this, strategy, mostSteps, recorder);
        Running = run;
        var body = _body();
        run.Execute(() => body(run));
        return run;
    }

    /// <summary>A worker, on the core of the thread that asks for the first.</summary>
    internal Worker Worker(int index)
    {
        if (_workers is null)
        {
            var core = OneCore.Current();
            OneCore.StayOn(core);
            _workers = new WorkerPool(core);
        }

        return _workers[index];
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
    internal Thread NewFace()
    {
        var face = Face(_facesUsed++);
        face.IsBackground = false;
        face.Name = null;
        return face;
    }

    internal Thread Face(int index)
    {
        while (_faces.Count <= index)
        {
            _faces.Add(new Thread(static () => { }));
        }

        return _faces[index];
    }

    /// <inheritdoc/>
    public void Dispose() => _workers?.Close();
}
