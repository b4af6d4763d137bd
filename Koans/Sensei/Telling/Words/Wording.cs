using Sensei.Records;

namespace Sensei.Telling.Words;

/// <summary>Says what a run recorded in the words that its story needs.</summary>
internal static class Wording
{
    /// <summary>The run in those words; its steps, locations and numbers stay what they are.</summary>
    /// <param name="run">The run.</param>
    /// <param name="isDuring">True for a step that may overlap with those of other threads.</param>
    /// <param name="twin">Of several locks of one name, which one is at a location, from 1; otherwise 0.</param>
    public static RunRecord Of(RunRecord run, Func<StepRecord, bool> isDuring, Func<int, int> twin)
    {
        var names = ShortNames(run, isDuring);
        var signals = Signals(run);
        var seen = new Dictionary<(int Thread, int Location), StepRecord>();
        var steps = new List<StepRecord>(run.Steps.Count);
        foreach (var recorded in run.Steps)
        {
            var step = names.TryGetValue(recorded.Target, out var name) ? Renamed(recorded, name)
                : TaskStep.IsMachinery(recorded) ? Renamed(recorded, TaskStep.Plain(recorded.Target))
                : recorded;
            step = signals.Contains(step.Location) ? AsSignal(step) : step;
            if (step.Location >= 0)
            {
                step = IsNew(step, seen.GetValueOrDefault((step.Thread, step.Location))) ? WithValue(step, "a new object") : step;
                seen[(step.Thread, step.Location)] = step;
            }

            steps.Add(step);
        }

        return run with { Steps = steps, Ending = Renamed(run.Ending, names, twin) };
    }

    /// <summary>"the first ", before the name of one of several locks that share it.</summary>
    public static string Which(int twin) => twin switch
    {
        0 => "",
        1 => "the first ",
        2 => "the second ",
        3 => "the third ",
        _ => "yet another ",
    };

    /// <summary>
    /// Names without the owner in front, where the story has one owner only: what the koan calls it is no help there.
    /// </summary>
    private static Dictionary<string, string> ShortNames(RunRecord run, Func<StepRecord, bool> isDuring) => run.Steps
        .Where(step => isDuring(step) && step.Target.Length > 0 && step.Kind is not StepKind.Start and not StepKind.Join)
        .Select(step => step.Target)
        .Distinct()
        .GroupBy(Short)
        .Where(group => group.Count() == 1 && group.Single() != group.Key)
        .ToDictionary(group => group.Single(), group => group.Key);

    private static string Short(string target) => target.IndexOf("._", StringComparison.Ordinal) is > 0 and var dot ? target[(dot + 1)..] : target;

    /// <summary>Semaphores that are given only by those who did not take them: they are used to tell others something.</summary>
    private static HashSet<int> Signals(RunRecord run) => run.Steps
        .Where(step => step.Kind == StepKind.Release && step.Location >= 0)
        .GroupBy(step => step.Location)
        .Where(releases => releases.All(step => step.Text == $"releases {step.Target}"))
        .Select(releases => releases.Key)
        .ToHashSet();

    private static StepRecord AsSignal(StepRecord step) => step.Kind switch
    {
        StepKind.Release => step with { Text = $"signals {step.Target}" },
        StepKind.Acquire => step with { Text = $"has waited for {step.Target}" },
        _ => step,
    };

    /// <summary>Made by the thread that has just found nothing there.</summary>
    private static bool IsNew(StepRecord step, StepRecord? before) =>
        step is { Kind: StepKind.Write, Value: "an object" } && before is { Kind: StepKind.Read, Value: "null" };

    private static StepRecord WithValue(StepRecord step, string value) => step with
    {
        Text = step.Text.EndsWith(step.Value!, StringComparison.Ordinal) ? step.Text[..^step.Value!.Length] + value : step.Text,
        Value = value,
    };

    private static StepRecord Renamed(StepRecord step, string name) =>
        step with { Text = step.Text.Replace(step.Target, name, StringComparison.Ordinal), Target = name };

    private static Ending Renamed(Ending ending, Dictionary<string, string> names, Func<int, int> twin)
    {
        return ending switch
        {
            Deadlock stuck => stuck with { Waiting = All(stuck.Waiting) },
            LostWakeUp lost => lost with { Waiting = All(lost.Waiting) },
            Livelock round => round with { Waiting = All(round.Waiting) },
            DataRace race => race with { Target = Name(race.Target) },
            _ => ending,
        };

        string Name(string name) => names.GetValueOrDefault(name, TaskStep.Plain(name));

        IReadOnlyList<Blocked> All(IReadOnlyList<Blocked> waiting) =>
            waiting.Select(blocked => blocked with { For = Which(twin(blocked.Location)) + Name(blocked.For) }).ToList();
    }
}
