using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling;

/// <summary>What was expected and what happened, in one sentence.</summary>
internal static class Sentence
{
    /// <summary>The sentence.</summary>
    public static string Of(Tale tale) => Wrap.Paragraph(tale.Run.Ending switch
    {
        WrongResult ending => CheckMessage.Tidy(ending.Message),
        ThreadException ending => Stops(tale, ending),
        Deadlock ending => Waits(tale, ending.Waiting),
        LostWakeUp ending => Misses(tale, ending),
        Livelock ending => Spins(tale, ending),
        HeldUp ending => NeedsTheOther(tale, ending),
        DataRace ending => Races(tale, ending),
        Inconclusive ending => $"Whether this koan is met cannot be said: {Lower(Full(ending.Reason))}",
        NotFollowed { Together.Count: > 1 } ending => NotAtOnce(tale, ending),
        NotFollowed ending => NotFollows(ending),
        Hung ending => Hangs(ending),
        _ => Unproved(tale.Verdict),
    });

    private static string Races(Tale tale, DataRace race)
    {
        var (first, second) = (Reasons.Unordered.Noun(race.Earlier), Reasons.Unordered.Noun(race.Later));
        var name = race.Target.Length == 0 ? "what they share" : Clean.Shortened(race.Target, 30);
        return $"Expected the threads to take turns at {name}, but nothing orders {tale.Cast[race.Earlier.Thread]}'s {first} before {tale.Cast[race.Later.Thread]}'s {second}.";
    }

    private static string NotFollows(NotFollowed ending)
    {
        var instead = Clean.Of(ending.Instead).Trim().TrimEnd('.');
        var use = instead.Length == 0 ? "." : instead.StartsWith("use ", StringComparison.OrdinalIgnoreCase) ? $"; {instead}." : $"; use {instead} instead.";
        return $"This koan cannot be judged while it calls {Clean.Of(ending.Api)}{use}";
    }

    private static string NotAtOnce(Tale tale, NotFollowed ending)
    {
        var api = Clean.Of(ending.Api);
        var type = api[..Math.Max(0, api.LastIndexOf('.'))];
        return $"This koan cannot be judged: {tale.Cast.All(ending.Together)} can be inside one {type} at the same time, and what {api} does there is not followed. Put a lock around every use of it, and they take turns.";
    }

    private static string Hangs(Hung ending)
    {
        var awaited = Clean.Of(ending.Expects ?? "").Trim().TrimEnd('.');
        return awaited.Length == 0
            ? $"Expected the koan to come to its end, but after {ending.Seconds:0.#} seconds it had not."
            : $"Expected {awaited}, but waited {ending.Seconds:0.#} seconds for it in vain.";
    }

    private static string Stops(Tale tale, ThreadException ending)
    {
        var line = ending.At is null ? "" : $" at {tale.Line(ending.At)}";
        return $"Expected every thread to come to its end, but {tale.Cast[ending.Thread]} stops{line}: {Full(ending.Message)}";
    }

    private static string Waits(Tale tale, IReadOnlyList<Blocked> waiting)
    {
        const string expected = "Expected everybody to finish, but";
        if (Stuck.Starved(tale) is { Count: > 0 } pool)
        {
            return $"{expected} {Starves(pool.Count)} work that only a pool thread can do.";
        }

        var circle = Ring.In(waiting);
        if (circle.Count > 1)
        {
            var how = circle.Count == 2 ? "wait for each other" : "wait for one another in a circle";
            return $"{expected} {tale.Cast.All(circle.Select(blocked => blocked.Thread))} {how} for ever.";
        }

        var stuck = circle.Count == 1 ? circle[0] : waiting.FirstOrDefault(blocked => !Stuck.IsMerePatience(tale, blocked));
        if (stuck is null)
        {
            return $"{expected} nobody can go on.";
        }

        var because = Stuck.Because(tale, stuck);
        var waits = Stuck.WaitsFor(tale, stuck);
        var forEver = waits.EndsWith("for ever", StringComparison.Ordinal) ? "" : " for ever";
        var alike = waiting.Where(other => Stuck.WaitsFor(tale, other) == waits && Stuck.Because(tale, other) == because)
            .Select(other => other.Thread).Distinct().ToList();
        because = alike.Count == 1 && KeptFrom(tale, stuck) is { } kept ? kept : because is null ? "" : ": " + because;
        return $"{expected} {tale.Cast.All(alike)} {(alike.Count == 1 ? waits : Many(waits))}{forEver}{because}.";
    }

    /// <summary>
    /// " and keeps _menu, for which Bob waits": whoever has a lock while waiting for a signal may keep the very one from it
    /// who would give it.
    /// </summary>
    private static string? KeptFrom(Tale tale, Blocked stuck) =>
        stuck.What is WaitsFor.Signal or WaitsFor.Item or WaitsFor.Room or WaitsFor.Value && !stuck.Spins
        && tale.Waiting.FirstOrDefault(other => other.What == WaitsFor.Lock && other.Thread != stuck.Thread
            && other.Holders.Any(holder => holder.Thread == stuck.Thread)) is { } other
            ? $" and keeps {Stuck.Name(other)}, for which {tale.Cast[other.Thread]} waits"
            : null;

    /// <summary>"waits for a signal" of one is "wait for a signal" of many.</summary>
    private static string Many(string does) => does.IndexOf(' ', StringComparison.Ordinal) is > 1 and var end && does[end - 1] == 's'
        ? does.Remove(end - 1, 1)
        : does;

    private static string Starves(int threads) => threads switch
    {
        1 => "the only pool thread waits for",
        2 => "both pool threads wait for",
        _ => $"all {threads} pool threads wait for",
    };

    private static string Misses(Tale tale, LostWakeUp ending)
    {
        var waiter = tale.Cast[ending.Waiter];
        var signal = tale.Step(ending.SignalStep);
        var whose = signal is null ? "the signal came" : $"{tale.Cast[signal.Thread]} signalled";
        return $"Expected everybody to finish, but {waiter} waits for ever: {whose} before {waiter} began to wait.";
    }

    private static string Spins(Tale tale, Livelock ending)
    {
        var spinning = ending.Waiting.Where(blocked => blocked.Spins).Select(blocked => blocked.Thread).Distinct().ToList();
        if (Stuck.IsBusyWaiting(tale))
        {
            var look = spinning.Count == 1 ? "goes round a loop and looks" : "go round their loops and look";
            return $"Expected those who wait to sleep, but {tale.Cast.All(spinning)} {look} again and again.";
        }

        var go = spinning.Count == 1 ? "goes round a loop" : "go round their loops";
        return $"Expected everybody to finish, but {tale.Cast.All(spinning)} {go} for ever, and nobody is left who could end it.";
    }

    private static string NeedsTheOther(Tale tale, HeldUp ending)
    {
        var line = ending.At is null ? "" : $" at {tale.Line(ending.At)}";
        var sentence = $"Expected everybody else to finish when {tale.Cast[ending.Thread]} stops for ever{line}";
        var stuck = ending.Waiting.FirstOrDefault(blocked => !Stuck.IsMerePatience(tale, blocked));
        if (stuck is null)
        {
            return $"{sentence}, but nobody can go on.";
        }

        var because = Stuck.Because(tale, stuck);
        return $"{sentence}, but {tale.Cast[stuck.Thread]} {Stuck.WaitsFor(tale, stuck)}{(because is null ? "" : ": " + because)}.";
    }

    /// <summary>What a verdict says that comes without a story.</summary>
    private static string Unproved(Verdict verdict) => verdict.Kind switch
    {
        VerdictKind.Met => "This koan is met.",
        VerdictKind.Livelock => "Expected everybody to finish, but the threads can go round for ever without ever coming to an end.",
        VerdictKind.Inconclusive => "No order went wrong, but not every order could be tried.",
        _ => "This koan is not met.",
    };

    /// <summary>A sentence that follows a colon; names keep their capitals.</summary>
    private static string Lower(string sentence) =>
        sentence.Split(' ')[0] is "After" or "More" or "A" or "An" or "The" or "No" ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;

    private static string Full(string text)
    {
        var clean = Clean.Shorten(Clean.Of(text).Trim(), 400);
        return clean.Length == 0 ? "no reason is given." : clean[^1] is '.' or '?' or '…' or '!' ? clean : clean + ".";
    }
}
