using Sensei.Path;
using Sensei.Records;
using Sensei.Telling.Layout;

namespace Sensei.Telling;

/// <summary>Tells a verdict as the message a learner reads: where, what, how, what was tried, where to look.</summary>
public static class Teller
{
    /// <summary>The line to look at, for whoever can jump there; null when the verdict names none.</summary>
    /// <param name="verdict">What the judge found out.</param>
    /// <param name="place">Where the koan stands on the path.</param>
    public static SourceLine? LookAt(Verdict verdict, Place place) => Footer.Look(new Tale(verdict, place, full: false));

    /// <summary>All there is to know of a verdict, as data: what the message says, and what it leaves out.</summary>
    /// <param name="verdict">What the judge found out.</param>
    /// <param name="place">Where the koan stands on the path.</param>
    public static KoanRecord Record(Verdict verdict, Place place)
    {
        var tale = new Tale(verdict, place, full: false);
        return new KoanRecord
        {
            Lesson = place.Lesson,
            Koan = place.Koan,
            Method = place.Koan.Replace(' ', '_'),
            Number = place.Number,
            Total = place.Total,
            Stubs = place.Stubs,
            Hints = place.Hints,
            Verdict = verdict.Kind,
            IsMet = verdict.IsMet,
            IsProof = verdict.Exhausted,
            IsLive = verdict.IsLive,
            IsReplay = verdict.IsReplay,
            Orders = verdict.Orders,
            FailingOrders = verdict.FailingOrders,
            Preemptions = verdict.Preemptions,
            Milliseconds = Math.Round(verdict.Elapsed.TotalMilliseconds, 1),
            Sentence = verdict.IsMet ? "" : Sentence.Of(tale).Replace('\n', ' ').Replace(Wrap.Glue, ' '),
            Run = verdict.Story,
            Contrast = verdict.Contrast,
            Told = [.. tale.Scope.Visible().Select(step => step.Number)],
            Reasons = [.. tale.Why.Reasons.Select(reason => new ReasonRecord(reason.Step, reason.Text.Replace(Wrap.Glue, ' ')))],
            LookAt = verdict.IsMet ? null : Footer.Look(tale),
            Token = verdict.Token,
        };
    }

    /// <summary>
    /// The message of a koan that is not met. It begins with an empty line, because test runners indent or prefix
    /// the first line of a message and leave the others as they are: so all lines that count stand in one column.
    /// </summary>
    /// <param name="verdict">What the judge found out.</param>
    /// <param name="place">Where the koan stands on the path.</param>
    /// <param name="full">Folds nothing, shows every thread, and adds the token that replays the order.</param>
    public static string Tell(Verdict verdict, Place place, bool full = false)
    {
        var tale = new Tale(verdict, place, full);
        string[] parts =
        [
            Header.Of(place),
            Sentence.Of(tale),
            Story.Of(tale),
            Circle.Of(tale),
            Standings.Of(tale),
            Tried.Of(tale),
            Footer.Of(tale),
        ];
        var message = string.Join("\n\n", parts.Where(part => part.Length > 0));
        return "\n" + message.Replace(Wrap.Glue, ' ') + "\n";
    }
}
