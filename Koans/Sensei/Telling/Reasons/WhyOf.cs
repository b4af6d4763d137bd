using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling.Reasons;

/// <summary>Finds the steps at which a run goes wrong, and says why.</summary>
internal static class WhyOf
{
    /// <summary>In longer runs patterns are many and mean little.</summary>
    private const int MostSteps = 3000;

    private const string Nobody = "nobody is waiting";

    /// <summary>Why a run goes wrong; without reasons when it does not show any.</summary>
    public static Explanation Run(Tale tale)
    {
        var findings = tale.Run.Ending switch
        {
            WrongResult => OfWrongResult(tale),
            ThreadException => Stopped.In(tale),
            LostWakeUp lost => [Lost(tale, lost)],
            HeldUp => [.. tale.Run.Steps.Where(step => step.Kind == StepKind.Stop).Select(step => HoldsUp(tale, step))],
            DataRace race => Unordered.In(tale, race),
            _ => [],
        };
        var steps = findings.SelectMany(finding => finding.Steps).ToHashSet();
        if (tale.Verdict.Contrast is { } apart)
        {
            steps.UnionWith([apart.Earlier, apart.Later]);
        }

        return new Explanation(
            [.. findings.SelectMany(finding => new[] { finding.Before, finding.Reason }).OfType<Reason>().DistinctBy(reason => reason.Step).OrderBy(reason => reason.Step)],
            steps,
            findings.Exists(finding => finding.Kind == nameof(OtherLock)));
    }

    private static List<Finding> OfWrongResult(Tale tale)
    {
        if (tale.Run.Steps.Count > MostSteps)
        {
            return ByContrast.In(tale);
        }

        var found = LostUpdate.In(tale).Concat(StaleDecision.In(tale)).Concat(TornView.In(tale)).ToList();
        var fits = found
            .Select(finding => (finding, score: Score(tale, finding)))
            .Where(pair => tale.Verdict.Contrast is null || pair.score > 0)
            .OrderByDescending(pair => pair.score)
            .Select(pair => pair.finding)
            .ToList();
        if (fits.Count == 0)
        {
            var givenUp = GivenUp.In(tale).Take(3).ToList();
            return givenUp.Count > 0 ? givenUp : ByContrast.In(tale);
        }

        // The same thing may go wrong several times; another thing that looks odd besides would only distract.
        var chosen = fits
            .Where(finding => finding.Kind == fits[0].Kind && finding.Location == fits[0].Location)
            .Take(3)
            .ToList();

        if (OtherLock.Behind(tale, chosen[0]) is { } locks)
        {
            return [locks];
        }

        // In the koan's own file there are only the consequences: the cause is in a stub, before them.
        if (!chosen.Exists(IsInStub)
            && found.FindLast(finding => IsInStub(finding) && finding.Reason.Step < chosen[0].Reason.Step) is { } cause)
        {
            chosen.Insert(0, cause);
        }

        return chosen;

        bool IsInStub(Finding finding) => SourceName.IsStub(tale.Step(finding.Reason.Step)?.At, tale.Place);
    }

    /// <summary>How well a finding fits what sets the run apart from the nearest one that passes.</summary>
    private static int Score(Tale tale, Finding finding)
    {
        if (tale.Verdict.Contrast is not { } apart)
        {
            return 1;
        }

        var score = 0;
        score += finding.Steps.Any(Section(tale, apart.Earlier).Contains) ? 2 : 0;
        score += finding.Steps.Any(Section(tale, apart.Later).Contains) ? 2 : 0;
        score += tale.Step(apart.Later) is { Location: >= 0 } later && later.Location == finding.Location ? 1 : 0;
        return score;
    }

    /// <summary>A step; or when it takes a lock, all that its thread does until it gives the lock back.</summary>
    private static HashSet<int> Section(Tale tale, int number)
    {
        if (tale.Step(number) is not { Kind: StepKind.Acquire } take)
        {
            return [number];
        }

        return tale.Run.Steps
            .Where(step => step.Thread == take.Thread && step.Number >= number)
            .TakeWhile(step => step.Kind != StepKind.Release || step.Location != take.Location)
            .Select(step => step.Number)
            .ToHashSet();
    }

    private static Finding HoldsUp(Tale tale, StepRecord stop)
    {
        var names = tale.Run.Ending is HeldUp { Holding.Count: > 0 } ending ? List.Of(ending.Holding.Select(Clean.Of)) : null;
        return new Finding(nameof(HeldUp), -1, [stop.Number], new Reason(stop.Number, names is null ? "from here on the others are alone" : $"and has {names}"));
    }

    private static Finding Lost(Tale tale, LostWakeUp ending)
    {
        var isSaid = tale.Step(ending.SignalStep)?.Text.Contains(Nobody, StringComparison.Ordinal) == true;
        var reason = new Reason(ending.SignalStep, isSaid ? "this signal is lost" : $"{Nobody}: this signal is lost");
        return new Finding(nameof(LostWakeUp), -1, [ending.SignalStep], reason);
    }
}

/// <summary>Something in a run that may be the reason why it went wrong.</summary>
/// <param name="Kind">What was recognised: findings of one kind at one location are told together.</param>
/// <param name="Location">The location it is about.</param>
/// <param name="Steps">The steps it consists of.</param>
/// <param name="Reason">How it is told, and at which step.</param>
/// <param name="Before">What is told of it at a step before, or null.</param>
internal sealed record Finding(string Kind, int Location, IReadOnlyList<int> Steps, Reason Reason, Reason? Before = null);
