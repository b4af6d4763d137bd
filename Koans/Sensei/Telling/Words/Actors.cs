using Sensei.Records;

namespace Sensei.Telling.Words;

/// <summary>
/// Who does what, with tasks: after an await, a method goes on wherever what it awaited was completed, be it on another
/// thread. A story follows the method and not the thread.
/// </summary>
internal sealed class Actors
{
    private readonly RunRecord _run;
    private readonly string _koan;
    private readonly List<ThreadRecord> _threads;
    private readonly StepRecord[] _steps;
    private readonly List<Pause> _pauses = [];
    private readonly Dictionary<(int Thread, string Member), int> _lent = [];

    private Actors(RunRecord run, string koan)
    {
        _run = run;
        _koan = koan;
        _threads = [.. run.Threads];
        _steps = [.. run.Steps];
    }

    /// <summary>The run with its steps given to those whose method they are in.</summary>
    /// <param name="run">The run.</param>
    /// <param name="koan">The koan's name as a sentence: its method is nobody's but the koan's.</param>
    public static RunRecord Of(RunRecord run, string koan) => new Actors(run, koan).Follow();

    private RunRecord Follow()
    {
        for (var i = 0; i < _steps.Length; i++)
        {
            var step = _steps[i];
            if (step.At?.Member is not { } member)
            {
                continue;
            }

            var who = Who(step.Thread, member);
            _steps[i] = step with { Thread = who };
            if (TaskStep.IsAwaiting(step))
            {
                who = who == 0 ? OfItsOwn(i, step.Thread, member) : who;
                _pauses.RemoveAll(pause => pause.Actor == who && pause.Member == member);
                _pauses.Add(new Pause(who, member, step, step.Thread));
                _lent.Remove((step.Thread, member));
            }
            else if (TaskStep.IsCompleting(step))
            {
                _pauses.Where(pause => pause.On.Location == step.Location).ToList().ForEach(pause => pause.Resumer = step.Thread);
            }
        }

        var left = _pauses.FindAll(pause => pause.Resumer is null && pause.Actor != 0 && !HasGoneOn(pause));
        // what stops the koan itself is the ending, and has been told before
        return _run with { Threads = [.. _threads.Select(Named)], Steps = [.. _steps.Where(step => step is not { Kind: StepKind.Throw, Thread: 0 })], Ending = Ended(left) };
    }

    /// <summary>Whose step a thread takes in a member: that of the method which goes on there, or its own.</summary>
    private int Who(int thread, string member)
    {
        if (_lent.TryGetValue((thread, member), out var actor))
        {
            return actor;
        }

        if (_pauses.Count == 0)
        {
            return thread;
        }

        // Whoever completed what a method awaits goes on with it, or has another thread do so.
        var ready = _pauses.Find(pause => pause.Member == member && pause.Resumer == thread)
            ?? (IsNew(thread) ? _pauses.Find(pause => pause.Member == member && pause.Resumer is not null) : null);
        if (ready is null)
        {
            return thread;
        }

        _pauses.Remove(ready);
        return _lent[(thread, member)] = ready.Actor;
    }

    private bool IsNew(int thread) => thread != 0 && !_run.Steps.Any(step =>
        step.Kind == StepKind.Start && step.Target == _run.Threads[thread].Name);

    /// <summary>An async method that the koan calls, and does not wait for at once, is somebody of its own.</summary>
    private int OfItsOwn(int at, int thread, string member)
    {
        if (thread != 0 || IsKoan(member) || IsLast(at, member))
        {
            return 0;
        }

        var actor = _threads.Count;
        _threads.Add(new ThreadRecord(actor, Method(member), true));
        for (var i = at; i >= 0 && (_run.Steps[i].Thread != 0 || _run.Steps[i].At?.Member == member); i--)
        {
            if (i < at && _run.Steps[i].Thread == 0 && TaskStep.IsAwaiting(_run.Steps[i]))
            {
                // From here on it was another one, which is left at its await.
                break;
            }

            _steps[i] = _run.Steps[i].Thread == 0 ? _steps[i] with { Thread = actor } : _steps[i];
        }

        return actor;
    }

    /// <summary>True in the koan's own method, which is the one that its thread is in last before it waits.</summary>
    private bool IsLast(int at, string member) => _run.Steps
        .Where(step => step.Thread == 0 && TaskStep.IsAwaiting(step))
        .All(step => step.Number <= _run.Steps[at].Number || step.At?.Member == member);

    private bool HasGoneOn(Pause pause) =>
        _steps.Any(step => step.Thread == pause.Actor && step.At?.Member == pause.Member && step.Number > pause.On.Number);

    /// <summary>Work without a name goes by the first method it is in.</summary>
    private ThreadRecord Named(ThreadRecord thread)
    {
        if (!thread.Name.StartsWith("job ", StringComparison.Ordinal))
        {
            return thread;
        }

        var first = _steps.FirstOrDefault(step => step.Thread == thread.Id && step.At is { } at && !IsKoan(at.Member) && !TaskStep.IsMachinery(step));
        return first is null ? thread : thread with { Name = Method(first.At!.Member) };
    }

    /// <summary>With nobody able to move, those whose methods still await something wait for it.</summary>
    private Ending Ended(List<Pause> left) => _run.Ending switch
    {
        Deadlock stuck when left.Count > 0 => new Deadlock(
        [
            .. left.Where(pause => !stuck.Waiting.Any(blocked => blocked.Thread == pause.Actor)).Select(Waits),
            .. stuck.Waiting.Select(blocked => blocked.Thread == 0 && blocked.What == WaitsFor.Signal
                ? blocked with { What = WaitsFor.Thread, Holders = [.. left.Select(pause => new Holder(pause.Actor, null))] }
                : blocked),
        ]),
        // an exception passes through all who await the method that it came from
        ThreadException thrown when _steps.FirstOrDefault(step => step.Kind == StepKind.Throw && step.Value == thrown.Message)
            is { } stop => thrown with { Thread = stop.Thread },
        _ => _run.Ending,
    };

    private Blocked Waits(Pause pause)
    {
        // What is awaited may stand for a place in a queue, which the method has just gone to.
        var before = _steps.LastOrDefault(step => step.Thread == pause.Actor && step.Number < pause.On.Number);
        return before is { Kind: StepKind.Wait } place && place.At == pause.On.At && TaskStep.IsMachinery(pause.On)
            ? new(pause.Actor, place.Target, place.Location, TaskStep.WaitsFor(place), false, place.At, [])
            : new(pause.Actor, pause.On.Target, pause.On.Location, WaitsFor.Signal, false, pause.On.At, []);
    }

    private bool IsKoan(string member) => Path.Sentence.Of(Method(member)) == _koan;

    private static string Method(string member) => member[(member.LastIndexOf('.') + 1)..];

    /// <summary>An async method that awaits something.</summary>
    private sealed record Pause(int Actor, string Member, StepRecord On, int Thread)
    {
        /// <summary>The thread that has completed what is awaited.</summary>
        public int? Resumer { get; set; }
    }
}
