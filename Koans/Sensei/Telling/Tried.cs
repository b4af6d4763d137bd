using Sensei.Records;
using Sensei.Telling.Layout;
using Sensei.Telling.Words;

namespace Sensei.Telling;

/// <summary>What was tried, and what sets this order apart from the nearest one that passes.</summary>
internal static class Tried
{
    /// <summary>One or two lines; empty when nothing could be tried.</summary>
    public static string Of(Tale tale)
    {
        var verdict = tale.Verdict;
        if (verdict.Kind == VerdictKind.NotFollowed)
        {
            return "";
        }

        if (verdict.IsLive)
        {
            return Live(tale);
        }

        return string.Join('\n', new[] { Count(verdict), Apart(tale), Missing(tale) }.Where(line => line.Length > 0));
    }

    private static string Live(Tale tale)
    {
        var check = tale.Run.Ending is WrongResult { At: { } at } ? $"The check is at {tale.Line(at)}. " : "";
        if (tale.Verdict.IsQuestion)
        {
            return Wrap.Paragraph($"{check}What is right was found out by trying. Which answers are, is for you to find out.");
        }

        return Wrap.Paragraph($"{check}This koan ran once, on real threads: what it shows is one run of many.");
    }

    private static string Missing(Tale tale)
    {
        if (tale.Run.Ending is not DataRace race)
        {
            return "";
        }

        var missing = race.MissingBetween(tale.Line);
        return Wrap.Paragraph(
            $"{char.ToUpperInvariant(missing[0])}{missing[1..]}. The checks hold in this order, but nobody promises what another machine makes of it.");
    }

    private static string Count(Verdict verdict)
    {
        if (verdict.Order is not null)
        {
            return "This is what comes of the order as it is written.";
        }

        if (verdict.IsReplay)
        {
            return verdict.Story is not { Steps.Count: > 0 } ? "" : "This is the one order that was asked for.";
        }

        if (verdict.Kind == VerdictKind.Inconclusive)
        {
            var switches = verdict.Preemptions > 0 ? $", up to {Number(verdict.Preemptions, "switch", "switches")}" : "";
            return verdict.Orders <= 0
                ? "No order could be followed to its end: not a proof."
                : $"No failing order among {verdict.Orders:N0} tried{switches}: not a proof.";
        }

        if (verdict.Orders > 0 && verdict.FailingOrders == 0)
        {
            return $"This order is rare: none of {verdict.Orders:N0} others goes wrong; not all were tried.";
        }

        if (verdict.Orders <= 0)
        {
            return "";
        }

        var (one, many) = verdict.Kind == VerdictKind.DataRace ? ("has a data race", "have a data race")
            : verdict.Kind == VerdictKind.HeldUp ? ("in which a thread may stop goes wrong", "in which a thread may stop go wrong")
            : ("goes wrong", "go wrong");
        var goes = verdict.FailingOrders == 1 ? one : many;
        if (!verdict.Exhausted)
        {
            return $"{verdict.FailingOrders:N0} of the {verdict.Orders:N0} distinct orders tried {goes}; not all were tried.";
        }

        if (verdict.FailingOrders == verdict.Orders)
        {
            return verdict.Orders switch
            {
                1 => $"There is only this one order, and it {one}.",
                2 => $"Both distinct orders {many}; there are no others.",
                _ => $"All {verdict.Orders:N0} distinct orders {many}; there are no others.",
            };
        }

        return $"{verdict.FailingOrders:N0} of the {verdict.Orders:N0} distinct orders {goes}; all were tried.";
    }

    private static string Apart(Tale tale)
    {
        if (tale.Verdict.Contrast is not { } apart || tale.Step(apart.Earlier) is not { } earlier)
        {
            return "";
        }

        if (tale.Waiting.FirstOrDefault(blocked => blocked.Thread == apart.Waiting && blocked.What == WaitsFor.Lock) is { } waits)
        {
            var taken = waits.At is null ? "" : $" ({tale.Line(waits.At)})";
            return Wrap.Paragraph(
                $"In the nearest order that passes, {tale.Cast[earlier.Thread]} {Verb.Does(earlier)}{Line(tale, earlier)} only after {tale.Cast[waits.Thread]} has taken it{taken}.");
        }

        if (tale.Step(apart.Later) is not { } later || earlier.Thread == later.Thread || TaskStep.IsUnnamed(earlier.Target) || TaskStep.IsUnnamed(later.Target))
        {
            return "";
        }

        return Wrap.Paragraph($"In the nearest order that passes, {Order(tale, earlier, later)}.");
    }

    /// <summary>How the two steps follow each other in the order that passes: the later one comes first.</summary>
    private static string Order(Tale tale, StepRecord earlier, StepRecord later)
    {
        var isSame = Verb.Name(earlier) == Verb.Name(later);
        var (first, second) = (tale.Cast[later.Thread], tale.Cast[earlier.Thread]);
        var isOneLine = earlier.At is not null && earlier.At == later.At;
        var here = isOneLine ? "" : Line(tale, earlier);
        if (earlier.Kind == StepKind.Release && later.Kind is StepKind.Acquire or StepKind.Refused)
        {
            // What passes is another attempt, not the same taking.
            return $"{first} wants {Verb.Name(later)}{(isOneLine ? "" : Line(tale, later))} before {second} {Verb.HasDone(earlier, isSame ? "it" : Verb.Name(earlier))}{Line(tale, earlier)}";
        }

        return $"{second} {Verb.Does(earlier)}{here} only after {first} {Verb.HasDone(later, isSame ? "it" : Verb.Name(later))}{Line(tale, later)}";
    }

    private static string Line(Tale tale, StepRecord step) => step.At is null ? "" : $" ({tale.Line(step.At)})";

    private static string Number(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";
}
