using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling;

/// <summary>Where to look, where the hints are, and how to be told more.</summary>
internal static class Footer
{
    /// <summary>The last lines of a message.</summary>
    public static string Of(Tale tale)
    {
        var lines = new List<string>();
        if (Look(tale) is { } line)
        {
            lines.Add($"Look at   {SourceName.Relative(line.File, tale.Place)}{(line.Member.Length == 0 ? "" : $":{line.Line}")}");
        }

        lines.Add($"Hints     {tale.Place.Hints}");
        if (tale.Full && tale.Verdict.Token.Length > 0)
        {
            lines.Add(Replay(tale));
        }
        else if (tale.Run.Steps.Count > 0 && !tale.Verdict.IsLive && tale.Run.Ending is not NotFollowed)
        {
            lines.Add("See more  dotnet test Koans -e KOANS_STORY=full");
        }

        return string.Join('\n', lines);
    }

    /// <summary>The command that runs this one order again. It stays on one line, since it is there to be copied.</summary>
    private static string Replay(Tale tale)
    {
        var words = Clean.Of(tale.Place.Koan).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = words.Length; ; count--)
        {
            // The first words of a koan's sentence are enough to find it by.
            var name = string.Join(' ', words.Take(count));
            var line = $"Replay    dotnet test Koans --filter \"DisplayName~{name}\" -e KOANS_ORDER={tale.Verdict.Token}";
            if (count <= 1 || Width.Of(line) <= Width.Page)
            {
                return line;
            }
        }
    }

    /// <summary>The line to look at: in a stub if the story touches one, for nothing else is the learner's to mend.</summary>
    public static SourceLine? Look(Tale tale)
    {
        var lines = Lines(tale).OfType<SourceLine>().ToList();
        return lines.Find(line => SourceName.IsStub(line, tale.Place)) ?? Whole(tale) ?? (lines.Count > 0 ? lines[0] : null);
    }

    /// <summary>A live run tells no steps, so there may be no line to look at, but always the stub that the koan is about.</summary>
    private static SourceLine? Whole(Tale tale) => tale.Verdict.IsLive && tale.Place.Stubs.Count > 0
        ? new SourceLine($"{tale.Place.Root}/{tale.Place.Stubs[0]}", 1, "")
        : null;

    private static IEnumerable<SourceLine?> Lines(Tale tale)
    {
        if (tale.Verdict.Order is { Line: > 0 } order)
        {
            yield return order;
        }

        switch (tale.Run.Ending)
        {
            case NotFollowed ending:
                yield return ending.At;
                break;
            case Inconclusive ending:
                yield return ending.At;
                break;
            case ThreadException ending:
                yield return ending.At;
                break;
            case Hung ending:
                foreach (var seen in ending.Threads.OrderBy(seen => seen.Call is null && !seen.Awaits))
                {
                    yield return seen.At;
                }

                break;
            case DataRace race:
                // the side without a lock is the one that lacks something
                var isLater = race.Later.Locks.Count <= race.Earlier.Locks.Count;
                yield return (isLater ? race.Later : race.Earlier).At;
                yield return (isLater ? race.Earlier : race.Later).At;
                break;
        }

        foreach (var blocked in Ring.In(tale.Waiting).Concat(tale.Waiting.OrderBy(blocked => blocked.Thread == 0)))
        {
            yield return Stuck.At(tale, blocked);
        }

        // stuck in a callback of the koan: what called it is the learner's
        foreach (var caller in tale.Waiting.SelectMany(blocked => blocked.Callers))
        {
            yield return caller;
        }

        foreach (var step in tale.Why.Reasons.Select(reason => tale.Step(reason.Step)).OfType<StepRecord>())
        {
            yield return step.At;
            foreach (var before in tale.Run.Steps.Where(other => other.Thread == step.Thread && other.Number < step.Number).Reverse())
            {
                yield return before.At;
            }
        }

        if (tale.Verdict.Contrast is { } apart)
        {
            yield return tale.Step(apart.Earlier)?.At;
            yield return tale.Step(apart.Later)?.At;
        }

        // where somebody went away without what they waited for is closer to the fault than where the story begins
        foreach (var step in tale.Scope.Visible().Where(step => step.Kind == StepKind.Refused))
        {
            yield return step.At;
        }

        foreach (var row in Rows.Unfinished.In(tale))
        {
            yield return row.At;
        }

        foreach (var step in tale.Scope.Visible().Concat(tale.Run.Steps))
        {
            yield return step.At;
        }

        yield return (tale.Run.Ending as WrongResult)?.At;
    }
}
