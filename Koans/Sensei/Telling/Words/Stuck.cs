using Sensei.Records;
using Sensei.Telling.Layout;

namespace Sensei.Telling.Words;

/// <summary>What a thread that cannot move waits for, and why that never comes.</summary>
internal static class Stuck
{
    /// <summary>
    /// True for a thread that only waits for the end of others, while nobody waits for it: the koan joining its threads.
    /// </summary>
    public static bool IsMerePatience(Tale tale, Blocked blocked) =>
        blocked.What == Records.WaitsFor.Thread
        && !tale.Waiting.Any(other => other.Holders.Any(holder => holder.Thread == blocked.Thread))
        && tale.Waiting.Any(other => other.Thread != blocked.Thread);

    /// <summary>True when the koan itself is over, and those who are left in the background are at fault for not being asleep.</summary>
    public static bool IsBusyWaiting(Tale tale) =>
        tale.Run.Ending is Livelock && tale.Waiting.All(blocked => blocked.Spins && blocked.Thread != 0);

    /// <summary>"waits for _pen", "waits for Bob to end", "goes round: _ready is still false".</summary>
    public static string WaitsFor(Tale tale, Blocked blocked)
    {
        var name = Name(blocked);
        if (blocked.Spins)
        {
            return GoesRound(tale, blocked);
        }

        if (blocked.For.Length == 0)
        {
            return "sleeps for ever";
        }

        if (IsUnnamedTask(blocked))
        {
            return "waits for a task";
        }

        return blocked.What switch
        {
            Records.WaitsFor.Thread => $"waits for {Name(blocked)} to end",
            Records.WaitsFor.Signal when IsTask(tale, blocked) => $"awaits {name}",
            Records.WaitsFor.Signal when IsPermit(tale, blocked) => $"waits for {name}",
            Records.WaitsFor.Signal => $"waits for a signal on {name}",
            Records.WaitsFor.Item => $"waits for something in {name}",
            Records.WaitsFor.Room => $"waits for room in {name}",
            Records.WaitsFor.Value => $"waits for {name} to change",
            Records.WaitsFor.PoolThread => "waits for a thread of the pool",
            _ => $"waits for {name}",
        };
    }

    /// <summary>The line at which it waits; for one that goes round, the line at which it looks.</summary>
    public static SourceLine? At(Tale tale, Blocked blocked) => blocked.Spins
        ? Looks(tale, blocked).LastOrDefault()?.At ?? blocked.At
        : blocked.At;

    private static IEnumerable<StepRecord> Looks(Tale tale, Blocked blocked) => tale.Run.Steps.Where(step =>
        step.Thread == blocked.Thread && step.Kind == StepKind.Read && step.Location == blocked.Location && step.At is not null);

    /// <summary>"Bob has it, since line 12"; null where nothing is known of who would have to act.</summary>
    public static string? Because(Tale tale, Blocked blocked)
    {
        if (blocked.Spins && Taker(tale, blocked) is { } taker)
        {
            return Holds(tale, blocked, new Holder(taker.Thread, taker.At));
        }

        if (blocked.Spins || blocked.For.Length == 0 || blocked.What == Records.WaitsFor.Thread)
        {
            return null;
        }

        if (blocked.What == Records.WaitsFor.Turn)
        {
            return Turn(tale, blocked);
        }

        if (blocked.What == Records.WaitsFor.Start)
        {
            return "nobody has started it";
        }

        if (blocked.What is Records.WaitsFor.Signal or Records.WaitsFor.Value && blocked.Holders.Count == 0)
        {
            return IsTask(tale, blocked) || IsUnnamedTask(blocked) ? "nobody is left to complete it"
                : IsPermit(tale, blocked) ? "nobody is left to release it"
                : "nobody is left to give it";
        }

        if (blocked.What is Records.WaitsFor.Item or Records.WaitsFor.Room)
        {
            return blocked.What == Records.WaitsFor.Item ? "nobody is left to put anything there or to close it" : "nobody is left to take anything out";
        }

        var reasons = blocked.Holders.Select(holder => Holds(tale, blocked, holder));
        return blocked.Holders.Count == 0 ? null : string.Join("; ", reasons);
    }

    /// <summary>The threads of a pool of which none is free, where somebody waits for one that never comes.</summary>
    public static IReadOnlyList<int> Starved(Tale tale) => tale.Waiting
        .FirstOrDefault(blocked => blocked.What == Records.WaitsFor.PoolThread)?.Holders.Select(holder => holder.Thread).ToList() ?? [];

    /// <summary>Who would have to go on with the method whose end is waited for.</summary>
    private static string? Turn(Tale tale, Blocked blocked)
    {
        if (blocked.Holders.Count == 0)
        {
            return null;
        }

        var successor = blocked.Holders[0].Thread;
        return tale.Waiting.Any(other => other.Thread == successor && other.What == Records.WaitsFor.PoolThread)
            ? $"the rest of {Name(blocked)} needs a thread of the pool"
            : $"the rest of {Name(blocked)} can only run on {tale.Cast[successor]}";
    }

    private static bool IsUnnamedTask(Blocked blocked) =>
        blocked.What is Records.WaitsFor.Signal or Records.WaitsFor.Start && TaskStep.IsUnnamed(blocked.For);

    private static bool IsTask(Tale tale, Blocked blocked) =>
        tale.Run.Steps.Any(step => step.Location == blocked.Location && TaskStep.IsAwaiting(step));

    /// <summary>True for one who has asked a semaphore without standing still.</summary>
    private static bool IsPermit(Tale tale, Blocked blocked) => tale.Run.Steps.Any(step =>
        step.Location == blocked.Location && step.Kind == StepKind.Wait && step.Text.StartsWith("begins to wait ", StringComparison.Ordinal));

    private static string GoesRound(Tale tale, Blocked blocked)
    {
        var name = Name(blocked);
        if (name.Length == 0)
        {
            return "goes round for ever";
        }

        if (Taker(tale, blocked) is not null)
        {
            return $"goes round for ever: {name} stays taken";
        }

        var seen = tale.Run.Steps.LastOrDefault(step => step.Location == blocked.Location && step.Location >= 0 && step.Value is not null);
        return seen is null
            ? $"goes round for ever, looking at {name}"
            : $"goes round for ever: {name} stays {Clean.Value(seen.Value!)}";
    }

    /// <summary>Who has the lock that a thread goes round for.</summary>
    private static StepRecord? Taker(Tale tale, Blocked blocked) =>
        tale.Run.Steps.LastOrDefault(step => step.Location == blocked.Location && step.Location >= 0
            && step.Kind is StepKind.Acquire or StepKind.Release) is { Kind: StepKind.Acquire } taking ? taking : null;

    private static string Holds(Tale tale, Blocked blocked, Holder holder)
    {
        var since = holder.Since is null ? "" : $", since {tale.Line(holder.Since)}";
        if (holder.Thread == blocked.Thread)
        {
            return $"{tale.Cast[holder.Thread]} has it already{since}";
        }

        if (!HasEnded(tale, holder.Thread))
        {
            return $"{tale.Cast[holder.Thread]} has it{since}";
        }

        var at = holder.Since is null ? "" : $" at {tale.Line(holder.Since)}";
        return $"{tale.Cast[holder.Thread]} took it{at} and has ended without giving it back";
    }

    /// <summary>True when a thread is over, so that nothing more can be hoped of it.</summary>
    public static bool HasEnded(Tale tale, int thread) =>
        !tale.Waiting.Any(blocked => blocked.Thread == thread) && (tale.Run.Ending as HeldUp)?.Thread != thread;

    /// <summary>The name of what a thread waits for.</summary>
    public static string Name(Blocked blocked) =>
        Clean.Shortened(TaskStep.Plain(blocked.For), 30);
}
