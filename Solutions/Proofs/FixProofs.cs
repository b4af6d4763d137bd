using System.Text.RegularExpressions;
using Sensei.Records;
using Sensei.Telling;
using Xunit.Abstractions;

namespace Proofs;

/// <summary>The fixes people try: every wrong one is refused, every right one accepted.</summary>
public abstract partial class FixProofs(ITestOutputHelper output)
{
    /// <summary>A wrong fix has to be refused; in how many orders it fails need not be known to the last one.</summary>
    private static readonly Sensei.Budget s_refusal = new() { Counted = 100 };

    /// <summary>What a learner has not written and could not understand: names that the compiler, the judge or a library has made.</summary>
    [GeneratedRegex(@"<>|[A-Za-z]>[a-z]__|DisplayClass|StateMachine|Sensei\.|FluentAssertions|xunit|^ +at |`\d|Task<Nothing>|VoidTaskResult")]
    private static partial Regex Machinery();

    /// <summary>The variants of some lessons, and what each must get.</summary>
    protected static TheoryData<string, string, string, string> Of(Predicate<string> lessons)
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var variant in Course.Variants.Where(variant => lessons(variant.Lesson)))
        {
            rows.Add(variant.Lesson, variant.Stub, variant.Name, variant.IsRight ? "met" : "refused");
        }

        return rows;
    }

    /// <summary>Has a variant judged by the koans that it is for.</summary>
    protected void Judge(string lesson, string stub, string variant, string verdict)
    {
        var fix = Course.Variants.Single(candidate =>
            candidate.Lesson == lesson && candidate.Stub == stub && candidate.Name == variant && candidate.IsRight == (verdict == "met"));
        var compiled = CourseCompiler.With(fix);
        var verdicts = new Dictionary<string, Verdict>();
        foreach (var koan in Course.KoansWith(lesson, stub).Where(fix.Concerns))
        {
            var found = verdicts[koan.Method] = fix.IsRight || fix.MetBy.Contains(koan.Method)
                ? compiled.Judge(koan)
                : compiled.Judge(koan, Course.Impatience, s_refusal);
            output.WriteLine($"{koan.Method}: {found.Kind}, {found.Orders} orders");
            if (found.Kind != VerdictKind.Met)
            {
                Teller.Tell(found, StubProofs.PlaceOf(koan)).Split('\n').Should().OnlyContain(line => line.Length <= 100 && !Machinery().IsMatch(line), "a learner reads it");
            }
        }

        if (fix.IsRight)
        {
            verdicts.Should().OnlyContain(entry => IsProved(entry.Value), Told(verdicts));
        }
        else if (fix.NotFollowedYet)
        {
            verdicts.Values.Should().OnlyContain(found => found.Kind == VerdictKind.NotFollowed, "when it is followed, it can be refused for its own reason");
        }
        else
        {
            var refused = verdicts.Where(entry => IsRefused(entry.Value)).Select(entry => entry.Key).ToList();
            refused.Should().NotBeEmpty(Told(verdicts));
            fix.RefusedBy.Should().BeSubsetOf(refused, Told(verdicts));
            fix.MetBy.Should().BeSubsetOf(verdicts.Where(entry => IsProved(entry.Value)).Select(entry => entry.Key), Told(verdicts));
        }
    }

    // A live koan that is met has done so once; there is no more to be had of it.
    private static bool IsProved(Verdict verdict) => verdict.Kind == VerdictKind.Met && (verdict.Exhausted || verdict.IsLive);

    // Not being able to judge is no refusal; and what one search finds, a search that leaves no order out finds too.
    private static bool IsRefused(Verdict verdict) =>
        verdict.Kind is not (VerdictKind.Met or VerdictKind.Inconclusive or VerdictKind.NotFollowed)
        && (verdict.FailingOrders > 0 || !verdict.Exhausted);

    private static string Told(Dictionary<string, Verdict> verdicts) =>
        "the koans say: " + string.Join(", ", verdicts.Select(entry => $"{entry.Key} {entry.Value.Kind} in {entry.Value.FailingOrders} of {entry.Value.Orders} orders ({entry.Value.Story?.Ending})"));
}
