using Sensei.Path;
using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling;

/// <summary>What every part of a message is made from.</summary>
internal sealed class Tale
{
    private static readonly RunRecord Nothing = new([], [], new Met());

    /// <summary>Prepares the telling of a verdict.</summary>
    public Tale(Verdict verdict, Place place, bool full)
    {
        Verdict = verdict;
        Place = place;
        Full = full;
        Run = verdict.Story is { } story ? Actors.Of(UpToRace(story), place.Koan) : Nothing;
        Cast = new Cast(Run.Threads);
        Scope = new Scope(this);
        Run = Wording.Of(Run, Scope.IsDuring, Scope.Twin);
        Why = Telling.Reasons.WhyOf.Run(this);
    }

    /// <summary>What the judge found out.</summary>
    public Verdict Verdict { get; }

    /// <summary>Where the koan stands on the path.</summary>
    public Place Place { get; }

    /// <summary>True when nothing is folded or left out.</summary>
    public bool Full { get; }

    /// <summary>The failing run; an empty one when the verdict has none.</summary>
    public RunRecord Run { get; }

    /// <summary>The threads' names as they are told.</summary>
    public Cast Cast { get; }

    /// <summary>Which steps matter.</summary>
    public Scope Scope { get; }

    /// <summary>The steps at which it goes wrong, and what they are made of.</summary>
    public Explanation Why { get; }

    /// <summary>The threads that cannot move at the end of the run.</summary>
    public IReadOnlyList<Blocked> Waiting => Run.Ending switch
    {
        Deadlock ending => ending.Waiting,
        LostWakeUp ending => ending.Waiting,
        Livelock ending => ending.Waiting,
        HeldUp ending => ending.Waiting,
        _ => [],
    };

    /// <summary>"line 12", which stays together at the end of a line of text; "koan:12" for a line of the koan's own file.</summary>
    public string Line(SourceLine at) => SourceName.IsStub(at, Place) ? $"line{Wrap.Glue}{at.Line}" : $"koan:{at.Line}";

    /// <summary>What comes after the second side of a data race is no part of it.</summary>
    private static RunRecord UpToRace(RunRecord run) => run.Ending is DataRace { Later.Step: >= 0 and var last }
        ? run with { Steps = run.Steps.Where(step => step.Number <= last).ToList() }
        : run;

    /// <summary>The step with a number, or null when the run has none such.</summary>
    public StepRecord? Step(int number) =>
        number >= 0 && number < Run.Steps.Count && Run.Steps[number].Number == number
            ? Run.Steps[number]
            : Run.Steps.FirstOrDefault(step => step.Number == number);
}

/// <summary>Why a step is the one at which it goes wrong.</summary>
/// <param name="Step">The number of the step.</param>
/// <param name="Text">The reason in a few words.</param>
internal sealed record Reason(int Step, string Text);

/// <summary>Why a run goes wrong.</summary>
/// <param name="Reasons">The steps at which it does, in order, each with the reason.</param>
/// <param name="Steps">The numbers of all steps that the reasons are made of.</param>
/// <param name="IsOfLocks">True when the reason is that the locks differ.</param>
internal sealed record Explanation(IReadOnlyList<Reason> Reasons, IReadOnlySet<int> Steps, bool IsOfLocks);
