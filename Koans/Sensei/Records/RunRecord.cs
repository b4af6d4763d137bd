using System.Text.Json.Serialization;

namespace Sensei.Records;

/// <summary>
/// One execution of a koan as structured data: who did what, in which order, and how it ended.
/// The story, the pictures and the grader are built from this and never from message text.
/// </summary>
/// <param name="Threads">The threads of the run; a thread's place in the list is its id, and 0 is the koan itself.</param>
/// <param name="Steps">Every step, in the order in which it was executed.</param>
/// <param name="Ending">How the run ended.</param>
public sealed record RunRecord(
    IReadOnlyList<ThreadRecord> Threads,
    IReadOnlyList<StepRecord> Steps,
    Ending Ending);

/// <summary>A thread of a run.</summary>
/// <param name="Id">Its place in <see cref="RunRecord.Threads"/>.</param>
/// <param name="Name">The name its author gave it, or one made from the method it runs.</param>
/// <param name="IsBackground">Whether the process could end without it.</param>
public sealed record ThreadRecord(int Id, string Name, bool IsBackground);

/// <summary>What a step does, so far as the telling of it depends on that.</summary>
public enum StepKind
{
    /// <summary>Reads a memory location (or a shared collection).</summary>
    Read,

    /// <summary>Writes a memory location (or a shared collection).</summary>
    Write,

    /// <summary>Reads and writes a location in one indivisible step.</summary>
    Update,

    /// <summary>Takes something that another thread may have to wait for: a lock, a slot.</summary>
    Acquire,

    /// <summary>Gives it back, or lets others through.</summary>
    Release,

    /// <summary>Puts an item into a channel or a collection that others wait for; its value is the item.</summary>
    Put,

    /// <summary>Takes an item out of one.</summary>
    Take,

    /// <summary>Tried to take something and went away without it, at once or after a time-out.</summary>
    Refused,

    /// <summary>Gives up a lock and waits for a signal (<c>Monitor.Wait</c>).</summary>
    Wait,

    /// <summary>Signals those who wait (<c>Monitor.Pulse</c>, <c>PulseAll</c>, <c>Set</c>).</summary>
    Signal,

    /// <summary>Starts a thread or a task.</summary>
    Start,

    /// <summary>Has waited for the end of a thread or a task.</summary>
    Join,

    /// <summary>Lets time pass or offers the processor: <c>Sleep</c>, <c>Yield</c>, <c>SpinWait</c>.</summary>
    Pause,

    /// <summary>Wrote a line to the console; <see cref="StepRecord.Value"/> is its text.</summary>
    Print,

    /// <summary>An exception left the thread; <see cref="StepRecord.Value"/> is its message.</summary>
    Throw,

    /// <summary>The thread stops for ever, as one may where a koan lets any thread do so.</summary>
    Stop,

    /// <summary>The thread ends.</summary>
    End,
}

/// <summary>One step of one thread.</summary>
/// <param name="Number">Its place in the run, from 0.</param>
/// <param name="Thread">The id of the thread that took it.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Text">What it does in a few words, without the thread's name: "reads _total: 1", "takes _gate", "gives _gate back".</param>
/// <param name="Target">The name of the field, lock, collection or thread it concerns, or an empty string.</param>
/// <param name="Location">A number that is the same for all steps of this run that concern the same location or object; -1 where there is none.</param>
/// <param name="Value">The value read or written as a learner would write it, or null where there is none.</param>
/// <param name="At">The source line that takes the step, or null where there is none.</param>
/// <param name="Held">The locations (as in <see cref="Location"/>) of the locks the thread holds when the step is done.</param>
public sealed record StepRecord(
    int Number,
    int Thread,
    StepKind Kind,
    string Text,
    string Target,
    int Location,
    string? Value,
    SourceLine? At,
    IReadOnlyList<int> Held)
{
    /// <summary>For a change, the value that was there before, as far as the run shows it; null where it does not.</summary>
    public string? Before { get; init; }
}

/// <summary>A place in source code.</summary>
/// <param name="File">The file's full path as the compiler recorded it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Member">The member the line belongs to, as "Type.Member".</param>
public sealed record SourceLine(string File, int Line, string Member);

/// <summary>How a run ended.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Met), nameof(Met))]
[JsonDerivedType(typeof(WrongResult), nameof(WrongResult))]
[JsonDerivedType(typeof(ThreadException), nameof(ThreadException))]
[JsonDerivedType(typeof(Deadlock), nameof(Deadlock))]
[JsonDerivedType(typeof(LostWakeUp), nameof(LostWakeUp))]
[JsonDerivedType(typeof(Livelock), nameof(Livelock))]
[JsonDerivedType(typeof(HeldUp), nameof(HeldUp))]
[JsonDerivedType(typeof(DataRace), nameof(DataRace))]
[JsonDerivedType(typeof(Inconclusive), nameof(Inconclusive))]
[JsonDerivedType(typeof(Hung), nameof(Hung))]
[JsonDerivedType(typeof(NotFollowed), nameof(NotFollowed))]
public abstract record Ending;

/// <summary>Every thread came to its end and the koan's check held.</summary>
public sealed record Met : Ending;

/// <summary>The koan's own check failed.</summary>
/// <param name="Message">The check's message: one sentence of what was expected and what was found.</param>
/// <param name="At">The line of the check.</param>
public sealed record WrongResult(string Message, SourceLine? At) : Ending;

/// <summary>An exception left a thread, which ends a real process.</summary>
/// <param name="Thread">The thread's id.</param>
/// <param name="Type">The exception's type, for those who look at the data; a story does not show it.</param>
/// <param name="Message">The exception's message.</param>
/// <param name="At">The line that threw, or the nearest one of the course above it.</param>
public sealed record ThreadException(int Thread, string Type, string Message, SourceLine? At) : Ending;

/// <summary>Nobody can move any more. <paramref name="Waiting"/> says who waits for what.</summary>
/// <param name="Waiting">The threads that cannot move.</param>
public sealed record Deadlock(IReadOnlyList<Blocked> Waiting) : Ending;

/// <summary>Nobody can move, and somebody waits for a signal that was given before they began to wait.</summary>
/// <param name="Waiting">The threads that cannot move.</param>
/// <param name="SignalStep">The number of the step that signalled while nobody was waiting.</param>
/// <param name="Waiter">The id of the thread that missed it.</param>
public sealed record LostWakeUp(IReadOnlyList<Blocked> Waiting, int SignalStep, int Waiter) : Ending;

/// <summary>Somebody goes round a loop for ever, and nobody is left who could end it.</summary>
/// <param name="Waiting">The threads that cannot move on; those that spin have <see cref="Blocked.Spins"/> set.</param>
public sealed record Livelock(IReadOnlyList<Blocked> Waiting) : Ending;

/// <summary>A thread has stopped for ever, as any one may, and another one cannot come to its end without it.</summary>
/// <param name="Thread">The id of the thread that stopped.</param>
/// <param name="At">The line it never gets past.</param>
/// <param name="Holding">The names of the locks that it has meanwhile.</param>
/// <param name="Waiting">The threads that cannot move.</param>
public sealed record HeldUp(int Thread, SourceLine? At, IReadOnlyList<string> Holding, IReadOnlyList<Blocked> Waiting) : Ending;

/// <summary>The run was cut because it went on for too long to say how it would end.</summary>
/// <param name="Reason">One sentence that says which limit was met and where.</param>
/// <param name="At">The line that was running.</param>
public sealed record Inconclusive(string Reason, SourceLine? At) : Ending;

/// <summary>A live run did not end by itself, and was given up.</summary>
/// <param name="Threads">Where its threads were last seen.</param>
/// <param name="Seconds">How long it was waited for.</param>
public sealed record Hung(IReadOnlyList<LastSeen> Threads, double Seconds) : Ending
{
    /// <summary>What it waited for, as the koan's author says it; null where nothing is said.</summary>
    public string? Expects { get; init; }
}

/// <summary>Where somebody was last seen in a run that did not end.</summary>
/// <param name="Thread">The thread's id; -1 for an async method that is suspended and has none.</param>
/// <param name="At">The line.</param>
/// <param name="Call">The member it has called there and not come back from; null when it was in none.</param>
/// <param name="Awaits">True for an async method that is suspended.</param>
public sealed record LastSeen(int Thread, SourceLine At, string? Call, bool Awaits);

/// <summary>The code called something that Sensei does not follow.</summary>
/// <param name="Api">The member, as "Type.Member".</param>
/// <param name="Instead">What to use instead, as a short phrase.</param>
/// <param name="At">The line of the call.</param>
public sealed record NotFollowed(string Api, string Instead, SourceLine? At) : Ending
{
    /// <summary>The threads that use one object at once; none where no use of it at all is followed.</summary>
    public IReadOnlyList<int> Together { get; init; } = [];
}

/// <summary>
/// Two threads use one place in memory, at least one of them writes, and nothing orders the one before the other: in
/// another run, or on another machine, anything may come of it.
/// </summary>
/// <param name="Earlier">The one that came first in this run.</param>
/// <param name="Later">The other.</param>
/// <param name="Target">The name of the field, element or collection.</param>
/// <param name="Location">Its location, as in <see cref="StepRecord.Location"/>.</param>
public sealed record DataRace(RacingAccess Earlier, RacingAccess Later, string Target, int Location) : Ending
{
    /// <summary>The edge that is missing: "nothing orders line 12 before line 20: no lock, join or volatile in common".</summary>
    public string Missing => MissingBetween(at => $"line {at.Line}");

    /// <summary>The same, with lines named in another way.</summary>
    /// <param name="line">Names a line.</param>
    public string MissingBetween(Func<SourceLine, string> line)
    {
        var (first, second) = (Place(Earlier, "the first access"), Place(Later, "the second"));
        var pair = first == second ? $"one run of {first} before the other" : $"{first} before {second}";
        return $"nothing orders {pair}: {Why(first, second)}";

        string Place(RacingAccess access, string otherwise) => access.At is null ? otherwise : line(access.At);
    }

    private string Why(string first, string second)
    {
        var (one, other) = (Earlier.Locks, Later.Locks);
        if (one.Count == 0 && other.Count == 0)
        {
            return "no lock, join or volatile in common";
        }

        if (one.Count == 0 || other.Count == 0 || first == second)
        {
            return one.Count == 0 ? $"{second} holds {other[^1]}, {first} holds no lock"
                : other.Count == 0 ? $"{first} holds {one[^1]}, {second} holds no lock"
                : "each time under another lock";
        }

        if (one[^1] == other[^1])
        {
            return $"{first} holds {one[^1]} and {second} holds another {other[^1]}";
        }

        return $"{first} holds {one[^1]} and {second} holds {other[^1]}, which is a different lock";
    }
}

/// <summary>One of the two sides of a data race.</summary>
/// <param name="Thread">The thread's id.</param>
/// <param name="Writes">Whether it writes; otherwise it reads.</param>
/// <param name="Step">The number of its step.</param>
/// <param name="At">Its line.</param>
/// <param name="Locks">The names of the locks that the thread holds meanwhile, the last taken last.</param>
/// <param name="Held">Their locations.</param>
public sealed record RacingAccess(
    int Thread, bool Writes, int Step, SourceLine? At, IReadOnlyList<string> Locks, IReadOnlyList<int> Held);

/// <summary>A thread that cannot move.</summary>
/// <param name="Thread">Its id.</param>
/// <param name="For">The name of what it waits for: a lock's field, a thread's name, a signal.</param>
/// <param name="Location">The location of what it waits for, as in <see cref="StepRecord.Location"/>; -1 where there is none.</param>
/// <param name="What">What kind of thing that is.</param>
/// <param name="Spins">True when it goes round a loop instead of sleeping.</param>
/// <param name="At">The line at which it waits.</param>
/// <param name="Holders">The threads that would have to act first, with the line since when they hold it, where that is known.</param>
public sealed record Blocked(
    int Thread,
    string For,
    int Location,
    WaitsFor What,
    bool Spins,
    SourceLine? At,
    IReadOnlyList<Holder> Holders)
{
    /// <summary>The lines it came by, from the innermost outwards; <see cref="At"/> may be among them.</summary>
    public IReadOnlyList<SourceLine> Callers { get; init; } = [];
}

/// <summary>What a blocked thread waits for.</summary>
public enum WaitsFor
{
    /// <summary>A lock that another thread holds.</summary>
    Lock,

    /// <summary>The end of another thread.</summary>
    Thread,

    /// <summary>A signal or a slot: something another thread would have to give.</summary>
    Signal,

    /// <summary>A task that nobody has started.</summary>
    Start,

    /// <summary>An item, or the end of all items, in a channel or a collection.</summary>
    Item,

    /// <summary>Room for an item.</summary>
    Room,

    /// <summary>A value that only another thread could change.</summary>
    Value,

    /// <summary>The rest of an async method, or a piece of work, that has yet to get its turn on a certain thread.</summary>
    Turn,

    /// <summary>A thread of the pool that is free.</summary>
    PoolThread,
}

/// <summary>Who holds what a blocked thread waits for.</summary>
/// <param name="Thread">The holder's id.</param>
/// <param name="Since">The line that took it, where that is known.</param>
public sealed record Holder(int Thread, SourceLine? Since);
