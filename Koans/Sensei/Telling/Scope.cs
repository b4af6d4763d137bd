using Sensei.Records;
using Sensei.Telling.Words;

namespace Sensei.Telling;

/// <summary>
/// Which steps of a run matter to its story. The koan's own thread sets the table and clears it away: what it does while no
/// other thread runs is left out. Of the others, what only one of them touches, or what nobody
/// changes while they run, cannot be the reason; but a lock that only one of them takes around the rest may well be.
/// </summary>
internal sealed class Scope
{
    private readonly Tale _tale;
    private readonly HashSet<int> _during;
    private readonly HashSet<int> _shared;
    private readonly HashSet<int> _results;
    private readonly Dictionary<int, int> _twins;
    private readonly HashSet<int> _lives;
    private readonly HashSet<int> _touchedByMany;
    private readonly int _firstStart;
    private readonly HashSet<int> _machinery;

    /// <summary>Looks through the run.</summary>
    public Scope(Tale tale)
    {
        _tale = tale;
        _machinery = Machinery(tale.Run.Steps);
        _during = During(tale.Run.Steps);
        _shared = Shared();
        _lives = tale.Run.Steps.Where(step => step.Kind == StepKind.Start).Select(step => step.Location).ToHashSet();
        _firstStart = tale.Run.Steps.FirstOrDefault(step => step.Kind == StepKind.Start)?.Number ?? -1;
        _touchedByMany = tale.Run.Steps
            .Where(step => step.Number > _firstStart)
            .GroupBy(step => step.Location)
            .Where(group => group.DistinctBy(step => step.Thread).Count() > 1 || _shared.Contains(group.Key))
            .Select(group => group.Key)
            .ToHashSet();
        _results = Results();
        _twins = Twins(tale.Run.Steps);
    }

    /// <summary>The steps to tell, in order.</summary>
    public IReadOnlyList<StepRecord> Visible()
    {
        var steps = _tale.Run.Steps;
        if (_tale.Full)
        {
            var part = steps.Where(step => IsPart(step) && !_machinery.Contains(step.Number)).ToList();
            return part.Exists(step => step.Thread != 0) ? part : steps;
        }

        Func<StepRecord, bool>[] filters =
        [
            step => IsDuring(step) && (IsAlwaysTold(step) || _shared.Contains(step.Location) || _results.Contains(step.Location)),
            step => IsDuring(step) && step.Kind is not StepKind.Start and not StepKind.End && !IsConstant(step),
            // Where nobody comes into anybody's way, the fault may be what one of them found while the others had not begun.
            step => IsDuring(step) && step.Kind is not StepKind.Start and not StepKind.End && _tale.Waiting.Count == 0,
            // Where all that is to be told is who waits for what, the setting of the table would only be in the way.
            step => step.Kind is not StepKind.Start and not StepKind.End && _tale.Waiting.Count == 0,
        ];
        foreach (var filter in filters)
        {
            var told = steps.Where(step => (filter(step) || IsPinned(step)) && !_machinery.Contains(step.Number)).ToList();
            if (told.Exists(step => step.Kind is not StepKind.Start and not StepKind.Join and not StepKind.Pause and not StepKind.Print))
            {
                return told;
            }
        }

        return _tale.Waiting.Count > 0 ? [] : steps;
    }

    /// <summary>True when the step may overlap with steps of other threads.</summary>
    public bool IsDuring(StepRecord step) => step.Thread != 0 || _during.Contains(step.Number);

    /// <summary>True when threads may come into each other's way at a location.</summary>
    public bool IsShared(int location) => _shared.Contains(location);

    /// <summary>True at the first taking of a lock that only one thread takes in this run: it keeps nobody out.</summary>
    public bool IsLonely(StepRecord taking) =>
        taking.Kind == StepKind.Acquire && _tale.Run.Ending is WrongResult or DataRace && _shared.Contains(taking.Location)
        && !_tale.Run.Steps.Any(step => step.Location == taking.Location && step.Number < taking.Number && IsDuring(step))
        && !_tale.Run.Steps.Any(step => step.Location == taking.Location && step.Thread != taking.Thread && IsDuring(step));

    /// <summary>True for what tells the koan's check how it went, where threads may have gone away without their turn.</summary>
    public bool IsResult(int location) => _results.Contains(location);

    /// <summary>Of several locks that go by one name, which one this is in the order in which they were taken, from 1; otherwise 0.</summary>
    public int Twin(int location) => _twins.GetValueOrDefault(location);

    private static Dictionary<int, int> Twins(IReadOnlyList<StepRecord> steps) => steps
        .Where(step => step.Kind == StepKind.Acquire && step.Location >= 0 && step.Target.Length > 0)
        .DistinctBy(step => step.Location)
        .GroupBy(step => step.Target)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group.Select((step, i) => (step.Location, Number: i + 1)))
        .ToDictionary(twin => twin.Location, twin => twin.Number);

    /// <summary>What the koan looks at when all is over, and a thread has changed.</summary>
    private HashSet<int> Results()
    {
        var steps = _tale.Run.Steps;
        if (_tale.Run.Ending is not WrongResult || !steps.Any(step => step.Kind == StepKind.Refused))
        {
            return [];
        }

        var changed = steps.Where(step => step.Thread != 0 && Verb.Changes(step)).Select(step => step.Location).ToHashSet();
        return steps
            .Where(step => step.Kind == StepKind.Read && !IsDuring(step) && changed.Contains(step.Location))
            .Select(step => step.Location)
            .ToHashSet();
    }

    /// <summary>What a full story tells: all but the setting of the table, and what is one thread's alone.</summary>
    private bool IsPart(StepRecord step)
    {
        if (IsPinned(step) || step.Location < 0 || step.Kind is not StepKind.Read and not StepKind.Write and not StepKind.Update
            and not StepKind.Acquire and not StepKind.Release and not StepKind.Put and not StepKind.Take)
        {
            return true;
        }

        return step.Number > _firstStart && _touchedByMany.Contains(step.Location) && (IsShared(step.Location) || !IsConstant(step));
    }

    private bool IsAlwaysTold(StepRecord step) => step.Kind switch
    {
        StepKind.Read => _lives.Contains(step.Location),
        StepKind.Print or StepKind.Throw or StepKind.Stop or StepKind.Refused or StepKind.Wait or StepKind.Signal => true,
        StepKind.Start or StepKind.Join or StepKind.Pause => step.Thread != 0,
        _ => false,
    };

    private bool IsConstant(StepRecord step) => step.Kind == StepKind.Read
        && !_tale.Run.Steps.Any(other => other.Location == step.Location && IsDuring(other)
            && (Verb.Changes(other) || other.Kind is StepKind.Put or StepKind.Take));

    private bool IsPinned(StepRecord step) =>
        step.Kind is StepKind.Print or StepKind.Throw or StepKind.Stop
        || _tale.Verdict.Contrast is { } apart && (apart.Earlier == step.Number || apart.Later == step.Number)
        || _tale.Run.Ending is LostWakeUp lost && lost.SignalStep == step.Number
        || _tale.Run.Ending is DataRace race && (race.Earlier.Step == step.Number || race.Later.Step == step.Number);

    /// <summary>What .NET and the tasks do among themselves, and is nobody's line of code.</summary>
    private static HashSet<int> Machinery(IReadOnlyList<StepRecord> steps)
    {
        var started = steps.Where(step => step.Kind == StepKind.Start).Select(step => step.Location).ToHashSet();
        return steps
            .Where(step => TaskStep.IsMachinery(step) || TaskStep.IsAwaiting(step) || TaskStep.IsCompleting(step) && started.Contains(step.Location))
            .Select(step => step.Number)
            .ToHashSet();
    }

    /// <summary>The koan's own steps between the start of a thread and its join.</summary>
    private HashSet<int> During(IReadOnlyList<StepRecord> steps)
    {
        // A task is not joined: it is over when it does nothing more.
        var last = _machinery.Count == 0 ? int.MaxValue : steps
            .Where(step => step.Thread != 0 && step.Kind != StepKind.End && !_machinery.Contains(step.Number))
            .Select(step => step.Number)
            .DefaultIfEmpty(-1)
            .Max();
        var during = new HashSet<int>();
        var running = new HashSet<int>();
        foreach (var step in steps)
        {
            if (step.Kind == StepKind.Join)
            {
                running.Remove(step.Location);
            }

            if (step.Thread == 0 && running.Count > 0 && step.Number < last)
            {
                during.Add(step.Number);
            }

            if (step.Kind == StepKind.Start)
            {
                running.Add(step.Location);
            }
        }

        return during;
    }

    private HashSet<int> Shared()
    {
        var shared = _tale.Run.Steps
            .Where(step => step.Location >= 0 && IsDuring(step) && step.Kind is not StepKind.Start and not StepKind.Join && !_machinery.Contains(step.Number))
            .GroupBy(step => step.Location)
            .Where(group => group.Any(step => step.Kind != StepKind.Read) && group.DistinctBy(step => step.Thread).Count() > 1)
            .Select(group => group.Key)
            .ToHashSet();
        shared.UnionWith(_tale.Waiting.Where(blocked => blocked.What != WaitsFor.Thread).Select(blocked => blocked.Location));
        shared.UnionWith(_tale.Run.Steps
            .Where(step => IsDuring(step) && step.Kind != StepKind.Acquire && shared.Contains(step.Location))
            .SelectMany(step => step.Held)
            .Where(held => !shared.Contains(held))
            .ToList());
        shared.Remove(-1);
        return shared;
    }
}
