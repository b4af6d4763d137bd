using System.Text.RegularExpressions;
using Sensei.Records;

namespace Sensei.Telling.Words;

/// <summary>The steps that have to do with tasks.</summary>
internal static partial class TaskStep
{
    /// <summary>Finds a task not complete, so that its method is left until it is.</summary>
    public static bool IsAwaiting(StepRecord step) =>
        step.Kind == StepKind.Read && step.Text == $"finds {step.Target} not complete";

    /// <summary>Completes a task.</summary>
    public static bool IsCompleting(StepRecord step) => step.Kind == StepKind.Signal
        && (step.Text == $"completes {step.Target}" || step.Text == $"fails {step.Target}");

    /// <summary>What is waited for by one who begins to wait without standing still.</summary>
    public static WaitsFor WaitsFor(StepRecord step) =>
        step.Text == $"waits for {step.Target}" ? Records.WaitsFor.Item
        : step.Text.EndsWith($" in {step.Target}", StringComparison.Ordinal) || step.Text.EndsWith($" into {step.Target}", StringComparison.Ordinal) ? Records.WaitsFor.Room
        : Records.WaitsFor.Signal;

    /// <summary>A step with a task that has no name in the source: one that .NET makes on the way.</summary>
    public static bool IsMachinery(StepRecord step) => IsUnnamed(step.Target) || Box().IsMatch(step.Target);

    /// <summary>The name of the async method whose task it is; other names as they are.</summary>
    public static string Plain(string target) => Box().Replace(target, "$1");

    /// <summary>A task that nothing in the source holds.</summary>
    public static bool IsUnnamed(string target) =>
        target.StartsWith("Task #", StringComparison.Ordinal) || target.StartsWith("Task<", StringComparison.Ordinal);

    [GeneratedRegex(@"^AsyncStateMachineBox<.*<(?:<\w+>g__)?(\w+)(?:\|[\w_]+)?>d(?:__\d+)?.*>( #\d+)?$")]
    private static partial Regex Box();
}
