using Sensei.Records;
using Sensei.Telling.Layout;

namespace Sensei.Telling.Words;

/// <summary>What a step does, as a verb in the form that a sentence needs.</summary>
internal static class Verb
{
    /// <summary>True when the step changes what another thread would read.</summary>
    public static bool Changes(StepRecord step) => step.Kind is StepKind.Write or StepKind.Update;

    /// <summary>The name of what the step concerns.</summary>
    public static string Name(StepRecord step) => step.Target.Length > 0 ? Clean.Shortened(step.Target, 30) : "it";

    /// <summary>"reads _total", "takes _gate": what a thread does.</summary>
    public static string Does(StepRecord step)
    {
        var name = Name(step);
        return step.Kind switch
        {
            StepKind.Read when IsLook(step) => $"looks at {name}",
            StepKind.Read when IsOpening(step) => $"opens {name}",
            StepKind.Read => $"reads {name}",
            StepKind.Write when IsPlain(step) => $"changes {name}",
            StepKind.Write => $"writes {name}",
            StepKind.Update => $"updates {name}",
            StepKind.Acquire when !step.Text.StartsWith("takes ", StringComparison.Ordinal) => Clean.Of(step.Text),
            StepKind.Acquire => $"takes {name}{How(step)}",
            StepKind.Release when step.Text.StartsWith("signals ", StringComparison.Ordinal) => Clean.Of(step.Text),
            StepKind.Release => $"gives {name} back",
            StepKind.Refused when IsInterruption(step) => "is interrupted",
            StepKind.Refused => $"tries {name}",
            StepKind.Wait when step.Text.StartsWith("waits ", StringComparison.Ordinal) => Clean.Of(step.Text),
            StepKind.Wait => $"waits for a signal on {name}",
            StepKind.Signal when step.Text.StartsWith("closes ", StringComparison.Ordinal) => $"closes {name}",
            StepKind.Signal when IsInterrupting(step) => $"interrupts {name}",
            StepKind.Signal => $"signals on {name}",
            StepKind.Start => $"starts {name}",
            StepKind.Join => $"has waited for {name}",
            _ => Clean.Of(step.Text),
        };
    }

    /// <summary>"has read it", "has taken _gate": what a thread has done.</summary>
    public static string HasDone(StepRecord step, string name) => step.Kind switch
    {
        StepKind.Read when IsLook(step) => $"has looked at {name}",
        StepKind.Read when IsOpening(step) => $"has opened {name}",
        StepKind.Read => $"has read {name}",
        StepKind.Write when IsPlain(step) => $"has changed {name}",
        StepKind.Write => $"has written {name}",
        StepKind.Update => $"has updated {name}",
        StepKind.Acquire when step.Text.StartsWith("has waited ", StringComparison.Ordinal) => $"has waited for {name}",
        StepKind.Acquire => $"has taken {name}{How(step)}",
        StepKind.Release when step.Text.StartsWith("signals ", StringComparison.Ordinal) => $"has signalled {name}",
        StepKind.Release => $"has given {name} back",
        StepKind.Put => $"has put {Item(step)} into {name}",
        StepKind.Take when step.Text.StartsWith("drops ", StringComparison.Ordinal) => $"has dropped {Item(step)} from {name}",
        StepKind.Take => $"has taken {Item(step)} from {name}",
        // said of an order in which the interrupt comes too late for this wait
        StepKind.Refused when IsInterruption(step) => "has gone on",
        StepKind.Refused => $"has tried {name}",
        StepKind.Wait when step.Text.StartsWith("waits ", StringComparison.Ordinal) => $"has begun to wait for {name}",
        StepKind.Wait when step.Text.StartsWith("begins ", StringComparison.Ordinal) => $"has asked for {name}",
        StepKind.Wait => $"has begun to wait on {name}",
        StepKind.Signal when step.Text.StartsWith("closes ", StringComparison.Ordinal) => $"has closed {name}",
        StepKind.Signal when IsInterrupting(step) => $"has interrupted {name}",
        StepKind.Signal => $"has signalled on {name}",
        StepKind.Start => $"has started {name}",
        StepKind.Join => $"has waited for {name}",
        StepKind.Throw => "has stopped",
        StepKind.End => "has ended",
        _ => "has come that far",
    };

    private static string Item(StepRecord step) => step.Value is { } value ? Clean.Value(value) : "something";

    /// <summary>" for reading": what comes behind the name of a lock that can be taken in several ways.</summary>
    private static string How(StepRecord step) =>
        step.Text.IndexOf(" for ", StringComparison.Ordinal) is >= 0 and var at ? step.Text[at..] : "";

    private static bool IsLook(StepRecord step) =>
        step.Text.StartsWith("looks ", StringComparison.Ordinal) || step.Text.StartsWith("finds ", StringComparison.Ordinal);

    private static bool IsOpening(StepRecord step) => step.Text.StartsWith("opens ", StringComparison.Ordinal);

    private static bool IsInterrupting(StepRecord step) => step.Text.StartsWith("interrupts ", StringComparison.Ordinal);

    private static bool IsInterruption(StepRecord step) => step.Text == "is interrupted";

    /// <summary>A change of a plain collection, which has no value of its own.</summary>
    private static bool IsPlain(StepRecord step) => !step.Text.StartsWith("writes ", StringComparison.Ordinal);
}
