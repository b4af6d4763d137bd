namespace Sensei.Records;

/// <summary>What Sensei found out about a koan.</summary>
/// <param name="Kind">The kind of verdict.</param>
/// <param name="Orders">Distinguishable orders that ran to their end, by the search for the proof.</param>
/// <param name="FailingOrders">How many of them went wrong.</param>
/// <param name="Exhausted">True when no distinguishable order is left: the verdict is a proof.</param>
/// <param name="Preemptions">For a failure, how many times a thread that could have gone on was interrupted in the story.</param>
/// <param name="Story">The failing run, or null when the koan is met.</param>
/// <param name="Contrast">What sets the failing order apart from the nearest one that passes, or null where there is none.</param>
/// <param name="Token">Replays exactly the failing order when it is given back to Sensei; empty when the koan is met.</param>
/// <param name="Elapsed">How long the search took.</param>
public sealed record Verdict(
    VerdictKind Kind,
    long Orders,
    long FailingOrders,
    bool Exhausted,
    int Preemptions,
    RunRecord? Story,
    Contrast? Contrast,
    string Token,
    TimeSpan Elapsed)
{
    /// <summary>True when the koan asks, and what was judged are answers.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>Where the order is written that was followed; null when Sensei tried the orders itself.</summary>
    public SourceLine? Order { get; init; }

    /// <summary>True when only the one order was run that was asked for.</summary>
    public bool IsReplay { get; init; }

    /// <summary>True when the koan was run once, on real threads, and not explored.</summary>
    public bool IsLive { get; init; }

    /// <summary>True when every distinguishable order was tried and none went wrong; for a live koan, when its run went well.</summary>
    public bool IsMet => Kind == VerdictKind.Met && !IsReplay;
}

/// <summary>The kinds of verdict, each told in its own words.</summary>
public enum VerdictKind
{
    /// <summary>Every distinguishable order passes.</summary>
    Met,

    /// <summary>In some order the koan's check fails.</summary>
    WrongResult,

    /// <summary>In some order an exception leaves a thread.</summary>
    ThreadException,

    /// <summary>In some order nobody can move any more.</summary>
    Deadlock,

    /// <summary>In some order a thread waits for a signal that has already been given.</summary>
    LostWakeUp,

    /// <summary>In some order threads go round for ever and none can end it.</summary>
    Livelock,

    /// <summary>Where any one thread may stop for ever: in some order one does, and another cannot come to its end without it.</summary>
    HeldUp,

    /// <summary>Every order ends well, and in some of them two threads use one place in memory with nothing to order them.</summary>
    DataRace,

    /// <summary>No order failed among those tried, but not all could be tried, or a run had to be cut: not a proof.</summary>
    Inconclusive,

    /// <summary>A live koan did not end by itself.</summary>
    Hung,

    /// <summary>The code uses something that Sensei does not follow.</summary>
    NotFollowed,
}

/// <summary>
/// The nearest passing order and what sets it apart: in the failing run <paramref name="Earlier"/> came before
/// <paramref name="Later"/>; in the passing one it was the other way round.
/// </summary>
/// <param name="Earlier">Number of a step of the failing run.</param>
/// <param name="Later">Number of a later, conflicting step of the failing run; -1 for one that never came, see <see cref="Waiting"/>.</param>
public sealed record Contrast(int Earlier, int Later)
{
    /// <summary>Where the later step never came: the thread that waits to take it at the end of the failing run.</summary>
    public int? Waiting { get; init; }
}
