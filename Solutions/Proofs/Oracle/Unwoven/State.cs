using System.Text;

namespace Proofs.Oracle.Unwoven;

/// <summary>A state of a script: where each thread stands, what is held by whom, and what has been seen.</summary>
internal sealed class State
{
    private const int Nobody = -1;

    private readonly Script _script;
    private readonly Actor[] _actors;
    private readonly int[] _memory = new int[Script.Variables];
    private readonly int[] _semaphores = new int[Script.Semaphores];
    private readonly Gate[] _gates = new Gate[Script.Locks];
    private readonly Pipe[] _pipes = new Pipe[Script.Channels];
    private readonly List<Op> _timers = [];

    /// <summary>The state at the beginning.</summary>
    public State(Script script)
    {
        _script = script;
        _actors = new Actor[script.Threads];
        for (var t = 0; t < _actors.Length; t++) _actors[t] = new Actor(t == 0 ? Phase.Ready : Phase.New);
        for (var i = 0; i < _gates.Length; i++) _gates[i] = new Gate(Nobody, 0, "", false);
        for (var i = 0; i < _semaphores.Length; i++) _semaphores[i] = script.Semaphore(i);
        for (var i = 0; i < _pipes.Length; i++) _pipes[i] = new Pipe("", "", "", false);
    }

    private State(State other)
    {
        _script = other._script;
        _actors = [.. other._actors];
        _memory = [.. other._memory];
        _semaphores = [.. other._semaphores];
        _gates = [.. other._gates];
        _pipes = [.. other._pipes];
        _timers = [.. other._timers];
    }

    private enum Phase
    {
        New,
        Ready,
        HasRead,
        Waiting,
        Woken,
        GoneHome,
        Interrupted,
        AtPipe,
        Ended,
    }

    /// <summary>Tells this state from all others.</summary>
    public string Key()
    {
        var key = new StringBuilder(200);
        foreach (var actor in _actors) actor.AddTo(key);
        foreach (var gate in _gates) gate.AddTo(key);
        foreach (var pipe in _pipes) pipe.AddTo(key);
        foreach (var number in _memory) key.Append(number).Append(',');
        foreach (var number in _semaphores) key.Append(number).Append(',');
        foreach (var timer in _timers.Select(t => t.ToString()).Order(StringComparer.Ordinal)) key.Append(timer).Append(',');
        return key.ToString();
    }

    /// <summary>Whether every thread has come to its end. A timer may still be due then, and nobody waits for it.</summary>
    public bool IsOver => _actors.All(a => a.Phase == Phase.Ended);

    /// <summary>What is said of a state in which nobody can move.</summary>
    public string Ending()
    {
        if (IsOver) return Outcomes.Say(_actors.Select(a => a.Log), _memory);
        if (_actors.Where((_, t) => Spins(t)).Any()) return "livelock";
        return _actors.Any(a => a is { Phase: Phase.Waiting, Missed: true }) ? "lost wake-up" : "deadlock";
    }

    /// <summary>The states that one timer leads to, which may be due at any moment.</summary>
    public IEnumerable<State> Ticks() => _timers.Select((timer, i) => With(s =>
    {
        s._timers.RemoveAt(i);
        if (timer.Verb == Verb.WriteLater) s._memory[timer.On] = timer.Value;
        else if (_semaphores[timer.On] < Script.SemaphoreMost) s._semaphores[timer.On]++;
    }));

    /// <summary>The states that one step of a thread leads to: none when it is blocked, two when a time-out may fire.</summary>
    public IEnumerable<State> Steps(int me)
    {
        var actor = _actors[me];
        if (actor.Phase is Phase.New or Phase.Ended) yield break;

        var op = Next(me);
        switch (actor.Phase)
        {
            case Phase.HasRead:
                yield return After(me, s => s._memory[op.On] = actor.Temp + 1);
                break;
            case Phase.AtPipe:
                break;
            case Phase.Waiting:
                if (actor.IsInterrupted) yield return GoHome(me, op.On, Phase.Interrupted);
                else if (op.Verb == Verb.WaitFor) yield return GoHome(me, op.On, Phase.GoneHome);
                break;
            case Phase.Woken or Phase.GoneHome or Phase.Interrupted:
                if (_gates[op.On].Owner == Nobody) yield return TakeBack(me, op);
                break;
            default:
                foreach (var next in Begin(me, op)) yield return next;
                break;
        }
    }

    private IEnumerable<State> Begin(int me, Op op)
    {
        switch (op.Verb)
        {
            case Verb.Read:
                return [After(me, s => s.Log(me, $"{_memory[op.On]}"))];
            case Verb.Write:
                return [After(me, s => s._memory[op.On] = op.Value)];
            case Verb.Increment:
                return [With(s => s._actors[me] = _actors[me] with { Phase = Phase.HasRead, Temp = _memory[op.On] })];
            case Verb.AtomicIncrement:
                return [After(me, s => s.Log(me, $"{++s._memory[op.On]}"))];
            case Verb.CompareExchange:
                return [After(me, s =>
                {
                    s.Log(me, $"{_memory[op.On]}");
                    if (_memory[op.On] == 0) s._memory[op.On] = op.Value;
                })];
            case Verb.SpinUntil:
                return _memory[op.On] != 0 ? [After(me, _ => { })] : [];
            case Verb.Enter or Verb.SpinEnter:
                return IsFree(me, op.On) ? [After(me, s => s.Take(me, op.On))] : Awoken(me);
            case Verb.EnterFor when !IsFree(me, op.On) && _actors[me].IsInterrupted:
                return Awoken(me, skip: op.Value);
            case Verb.TryEnter or Verb.EnterFor:
                return [IsFree(me, op.On)
                    ? After(me, s =>
                    {
                        s.Take(me, op.On);
                        s.Log(me, "T");
                    })
                    : After(me, s => s.Log(me, "F"), skip: op.Value)];
            case Verb.Exit or Verb.Wait or Verb.WaitFor or Verb.Pulse or Verb.PulseAll when _gates[op.On].Owner != me:
                return [After(me, s => s.Log(me, "!"))];
            case Verb.Exit:
                return [After(me, s => s.Leave(op.On))];
            case Verb.Wait or Verb.WaitFor:
                return [Wait(me, op.On)];
            case Verb.Pulse:
                return [After(me, s => s.Wake(op.On, 1))];
            case Verb.PulseAll:
                return [After(me, s => s.Wake(op.On, int.MaxValue))];
            case Verb.Take:
                return _semaphores[op.On] > 0 ? [After(me, s => s._semaphores[op.On]--)] : Awoken(me);
            case Verb.TakeFor when _semaphores[op.On] == 0 && _actors[me].IsInterrupted:
                return Awoken(me);
            case Verb.TryTake or Verb.TakeFor:
                return [After(me, s =>
                {
                    s.Log(me, _semaphores[op.On] > 0 ? "T" : "F");
                    if (_semaphores[op.On] > 0) s._semaphores[op.On]--;
                })];
            case Verb.Give:
                return [After(me, s =>
                {
                    var isFull = _semaphores[op.On] == Script.SemaphoreMost;
                    s.Log(me, isFull ? "!" : $"{_semaphores[op.On]}");
                    if (!isFull) s._semaphores[op.On]++;
                })];
            case Verb.Join:
                return _actors[op.On].Phase == Phase.Ended ? [After(me, _ => { })] : Awoken(me);
            case Verb.JoinFor when _actors[op.On].Phase != Phase.Ended && _actors[me].IsInterrupted:
                return Awoken(me);
            case Verb.Sleep when _actors[me].IsInterrupted:
                return Awoken(me);
            case Verb.Interrupt:
                // whoever is over has nothing to be interrupted in
                return [After(me, s => s._actors[op.On] = s._actors[op.On] with { IsInterrupted = s._actors[op.On].Phase != Phase.Ended })];
            case Verb.WriteLater or Verb.GiveLater:
                return [After(me, s => s._timers.Add(op))];
            case Verb.Put or Verb.PutWhenRoom:
                return [Put(me, op)];
            case Verb.Fetch or Verb.FetchWhenThere:
                return [Fetch(me, op)];
            case Verb.Close:
                return [Close(me, op.On)];
            case Verb.JoinFor:
                return [After(me, s => s.Log(me, _actors[op.On].Phase == Phase.Ended ? "T" : "F"))];
            case Verb.IsAlive:
                return [After(me, s => s.Log(me, _actors[op.On].Phase == Phase.Ended ? "F" : "T"))];
            case Verb.Start:
                return [After(me, s => s._actors[op.On] = _actors[op.On] with { Phase = Phase.Ready })];
            case Verb.End:
                return [With(s => s._actors[me] = _actors[me] with { Phase = Phase.Ended })];
            default:
                return [After(me, _ => { })];
        }
    }

    // The first thread starts the others before its own operations and joins them afterwards.
    private Op Next(int me)
    {
        var place = _actors[me].Place;
        var others = me == 0 ? _script.Threads - 1 : 0;
        if (place < others) return new Op(Verb.Start, place + 1);
        place -= others;
        if (place < _script.Length(me)) return _script.At(me, place);
        place -= _script.Length(me);
        return place < others ? new Op(Verb.Join, place + 1) : new Op(Verb.End);
    }

    private State With(Action<State> change)
    {
        var next = new State(this);
        change(next);
        return next;
    }

    private State After(int me, Action<State> change, int skip = 0) => With(s =>
    {
        s._actors[me] = s._actors[me] with { Phase = Phase.Ready, Place = s._actors[me].Place + 1 + skip };
        change(s);
    });

    private bool Spins(int me) => _actors[me].Phase == Phase.Ready && Next(me).Verb is Verb.SpinUntil or Verb.SpinEnter;

    private bool IsFree(int me, int gate) => _gates[gate].Owner == Nobody || _gates[gate].Owner == me;

    private void Take(int me, int gate) => _gates[gate] = _gates[gate] with { Owner = me, Times = _gates[gate].Times + 1 };

    private void Leave(int gate)
    {
        var times = _gates[gate].Times - 1;
        _gates[gate] = _gates[gate] with { Owner = times == 0 ? Nobody : _gates[gate].Owner, Times = times };
    }

    private State Wait(int me, int gate) => With(s =>
    {
        var before = _gates[gate];
        s._actors[me] = _actors[me] with { Phase = Phase.Waiting, Temp = before.Times, Missed = before.HasMissed };
        s._gates[gate] = before with { Owner = Nobody, Times = 0, Line = before.Line + me };
    });

    // A signal that finds nobody is remembered only to give a name to what may come of it.
    private void Wake(int gate, int most)
    {
        var line = _gates[gate].Line;
        var woken = Math.Min(most, line.Length);
        foreach (var one in line[..woken]) _actors[one - '0'] = _actors[one - '0'] with { Phase = Phase.Woken };
        _gates[gate] = _gates[gate] with { Line = line[woken..], HasMissed = _gates[gate].HasMissed || woken == 0 };
    }

    private State GoHome(int me, int gate, Phase phase) => With(s =>
    {
        s._actors[me] = _actors[me] with { Phase = phase, IsInterrupted = false };
        s._gates[gate] = _gates[gate] with { Line = _gates[gate].Line.Replace($"{me}", "") };
    });

    private State TakeBack(int me, Op op) => After(me, s =>
    {
        s._gates[op.On] = _gates[op.On] with { Owner = me, Times = _actors[me].Temp };
        if (_actors[me].Phase == Phase.Interrupted) s.Log(me, "~");
        else if (op.Verb == Verb.WaitFor) s.Log(me, _actors[me].Phase == Phase.Woken ? "T" : "F");
    });

    // A thread that would have to wait, and is interrupted instead; none that is not.
    private State[] Awoken(int me, int skip = 0) => !_actors[me].IsInterrupted ? [] :
    [
        After(
            me,
            s =>
            {
                s._actors[me] = s._actors[me] with { IsInterrupted = false };
                s.Log(me, "~");
            },
            skip),
    ];

    private State Put(int me, Op op)
    {
        var pipe = _pipes[op.On];
        var waits = op.Verb == Verb.PutWhenRoom;
        if (pipe.IsClosed) return After(me, s => s.Log(me, waits ? "!" : "F"));
        if (pipe.Readers == "" && op.On == Script.NarrowChannel && pipe.Items != "")
        {
            return waits ? Queue(me, op, pipe with { Writers = pipe.Writers + me }) : After(me, s => s.Log(me, "F"));
        }

        return After(me, s =>
        {
            if (!waits) s.Log(me, "T");
            if (pipe.Readers == "")
            {
                s._pipes[op.On] = pipe with { Items = pipe.Items + op.Value };
                return;
            }

            // straight into the hands of the first who waits for it
            s._pipes[op.On] = pipe with { Readers = pipe.Readers[1..] };
            s.Serve(pipe.Readers[0] - '0', $"{op.Value}");
        });
    }

    private State Fetch(int me, Op op)
    {
        var pipe = _pipes[op.On];
        var waits = op.Verb == Verb.FetchWhenThere;
        if (pipe.Items == "")
        {
            return !waits ? After(me, s => s.Log(me, "-"))
                : pipe.IsClosed ? After(me, s => s.Log(me, "!"))
                : Queue(me, op, pipe with { Readers = pipe.Readers + me });
        }

        return After(me, s =>
        {
            s.Log(me, pipe.Items[..1]);
            s._pipes[op.On] = pipe with { Items = pipe.Items[1..] };
            if (pipe.Writers == "") return;

            // there is room now for what the first of those who wait has brought
            var writer = pipe.Writers[0] - '0';
            s._pipes[op.On] = s._pipes[op.On] with { Items = pipe.Items[1..] + Next(writer).Value, Writers = pipe.Writers[1..] };
            s.Serve(writer, null);
        });
    }

    private State Close(int me, int on) => After(me, s =>
    {
        var pipe = _pipes[on];
        s.Log(me, pipe.IsClosed ? "F" : "T");
        s._pipes[on] = pipe with { IsClosed = true, Readers = "", Writers = "" };
        foreach (var one in pipe.Readers + pipe.Writers) s.Serve(one - '0', "!");
    });

    private State Queue(int me, Op op, Pipe pipe) => With(s =>
    {
        s._actors[me] = _actors[me] with { Phase = Phase.AtPipe };
        s._pipes[op.On] = pipe;
    });

    private void Serve(int one, string? log)
    {
        _actors[one] = _actors[one] with { Phase = Phase.Ready, Place = _actors[one].Place + 1 };
        if (log is not null) Log(one, log);
    }

    private void Log(int me, string what) => _actors[me] = _actors[me] with { Log = _actors[me].Log + what + " " };

    private readonly record struct Actor(Phase Phase, int Place = 0, int Temp = 0, bool Missed = false, bool IsInterrupted = false, string Log = "")
    {
        public void AddTo(StringBuilder key) =>
            key.Append((int)Phase).Append('.').Append(Place).Append('.').Append(Temp).Append(Missed ? '!' : '.').Append(IsInterrupted ? '!' : '.').Append(Log).Append(';');
    }

    private readonly record struct Pipe(string Items, string Readers, string Writers, bool IsClosed)
    {
        public void AddTo(StringBuilder key) =>
            key.Append(Items).Append('.').Append(Readers).Append('.').Append(Writers).Append(IsClosed ? '!' : ';');
    }

    private readonly record struct Gate(int Owner, int Times, string Line, bool HasMissed)
    {
        public void AddTo(StringBuilder key) => key.Append(Owner).Append('.').Append(Times).Append('.').Append(Line).Append(HasMissed ? '!' : ';');
    }
}
